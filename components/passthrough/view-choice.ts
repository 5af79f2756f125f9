"use client";

import { useSyncExternalStore } from "react";
import { Listeners } from "@/components/fleet/listeners";

export const views = ["picture", "list", "named"] as const;
export type View = (typeof views)[number];

const key = "passdeck.passthrough.view";
const changes = new Listeners();
/** Holds where the browser keeps nothing. */
let chosen: View | null = null;

function current(): View {
  if (chosen !== null) return chosen;
  try {
    const kept = window.localStorage.getItem(key);
    return views.find((view) => view === kept) ?? "picture";
  } catch {
    // Storage that is switched off costs no more than the memory of the choice.
    return "picture";
  }
}

function choose(view: View): void {
  chosen = view;
  try {
    window.localStorage.setItem(key, view);
  } catch {
    // As above: it holds until the page is left.
  }
  changes.tell();
}

/** Whether devices are shown as a picture, as a list, or by the names that VMs ask for; kept in this browser; and how to change it. */
export function useViewChoice(): [View, (view: View) => void] {
  return [useSyncExternalStore(changes.add, current, () => "picture" as const), choose];
}
