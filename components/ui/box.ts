export type Side = "top" | "right" | "bottom" | "left";

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const gap = 6;
const edge = 8;

/** Where a box of `size` goes at a side of `anchor`, in the middle of it, pushed to stay inside of the window. */
export function placeBeside(
  anchor: Box,
  size: { width: number; height: number },
  side: Side,
  window: { width: number; height: number },
): { left: number; top: number } {
  const middleLeft = anchor.left + (anchor.width - size.width) / 2;
  const middleTop = anchor.top + (anchor.height - size.height) / 2;
  const wanted = {
    top: { left: middleLeft, top: anchor.top - size.height - gap },
    bottom: { left: middleLeft, top: anchor.top + anchor.height + gap },
    left: { left: anchor.left - size.width - gap, top: middleTop },
    right: { left: anchor.left + anchor.width + gap, top: middleTop },
  }[side];
  const within = (value: number, room: number) => Math.max(edge, Math.min(value, room - edge));
  const left = within(wanted.left, window.width - size.width);
  const top = within(wanted.top, window.height - size.height);
  // No room above: below, rather than over what it is about.
  if (side === "top" && wanted.top < edge) return { left, top: anchor.top + anchor.height + gap };
  return { left, top };
}
