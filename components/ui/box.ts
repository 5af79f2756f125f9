/** A rectangle in the window's coordinates. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where an element is now. */
export function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}
