"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { readShortcut } from "./shortcuts";

const pendingFor = 1_200;

/** Whether a key pressed there is text, or belongs to something that takes all keys (a terminal, a dialog, a menu). */
function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(
      "input:not([type=checkbox]), textarea, select, [role=dialog], [role=alertdialog], [role=menu], .xterm",
    ) !== null
  );
}

/** Puts the caret into the search field of the page, where there is one. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>("input[type=search]");
  field?.focus();
  field?.select();
  return field !== null;
}

/** Listens for the shortcuts that work everywhere. */
export function useShortcuts(showHelp: () => void): void {
  const router = useRouter();
  useEffect(() => {
    let pendingSince = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return;
      const command = readShortcut(event.key, event.timeStamp - pendingSince < pendingFor);
      pendingSince = command?.kind === "go-pending" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (command === null || command.kind === "go-pending") return;
      if (command.kind === "go") router.push(command.href);
      else if (command.kind === "help") showHelp();
      else if (!focusSearch()) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router, showHelp]);
}
