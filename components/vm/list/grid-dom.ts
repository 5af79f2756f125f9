import type { MouseEvent } from "react";
import type { MenuPlace } from "./row-menu";

/** The key of the row that an event happened on; null where it was none. */
export function keyOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest("[data-key]")?.getAttribute("data-key") ?? null) : null;
}

/** Which part of a row was pressed: "open", "select", "menu"; null for all else. */
export function partOf(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest("[data-part]")?.getAttribute("data-part") ?? null)
    : null;
}

/** The row of a key, where it is drawn. */
export function rowElement(body: HTMLElement | null, key: string): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
}

/** Where the menu of a row opens: at its button. */
export function menuAtButton(body: HTMLElement | null, key: string): MenuPlace | null {
  const button = rowElement(body, key)?.querySelector('[data-part="menu"]');
  if (!button) return null;
  const { left, top, width, height } = button.getBoundingClientRect();
  return { key, anchor: { left, top, width, height } };
}

/** Where a menu opens by the pointer; null where the browser's own menu is wanted: on a link, or to copy a text. */
export function menuAtPointer(event: MouseEvent): MenuPlace | null {
  const key = keyOf(event.target);
  const onText = window.getSelection()?.isCollapsed === false || partOf(event.target) === "open";
  if (key === null || onText) return null;
  return { key, anchor: { left: event.clientX, top: event.clientY, width: 0, height: 0 } };
}

/** Whether a press on a link is for us: with Ctrl, Shift or another button the browser does what it always does. */
export function isPlainPress(event: MouseEvent): boolean {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}
