"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from "react";
import { fleetStore } from "@/components/fleet/fleet-watch";
import type { VmGroup } from "@/components/fleet/vm-groups";
import { vmPath } from "@/components/fleet/vm-key";
import { isPlainPress, keyOf, menuAtButton, menuAtPointer, partOf, rowElement } from "./grid-dom";
import { type GridCommand, readGridKey, targetRow } from "./grid-keys";
import type { ListRows } from "./list-rows";
import type { MenuPlace } from "./row-menu";
import { nothing, type Selection, toggled, withAllToggled, withRange } from "./selection";
import { useRows } from "./use-rows";

export interface GridOptions {
  list: ListRows;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  /** Folds a group, or unfolds it. */
  onFold: (group: VmGroup) => void;
}

/** How the list answers to keys and presses: which row is the active one, what is selected, where the menu is. */
export function useGrid(
  body: RefObject<HTMLElement | null>,
  { list, selection, onSelection, onFold }: GridOptions,
) {
  const { keys, vmKeys } = list;
  const router = useRouter();
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  /** The VM whose failed start is told of. */
  const [failedKey, setFailedKey] = useState<string | null>(null);
  const focusWanted = useRef(false);
  /** Where a range that is selected with Shift begins. */
  const anchor = useRef<string | null>(null);
  const found = activeKey === null ? -1 : keys.indexOf(activeKey);
  const rows = useRows(body, keys, found);
  const activeIndex = Math.max(0, found);

  useEffect(() => {
    if (!focusWanted.current || activeKey === null) return;
    focusWanted.current = false;
    rowElement(body.current, activeKey)?.focus({ preventScroll: true });
  });

  const open = (key: string) => {
    const group = list.groupOf(key);
    if (group !== null) return onFold(group);
    const vm = fleetStore.vm(key);
    if (vm !== null) router.push(vmPath(vm));
  };
  const selectedRange = (from: string, to: string) => onlyVms(list, withRange(selection, keys, from, to));
  const moveTo = (index: number, extend: boolean) => {
    const key = keys[index];
    if (key === undefined) return;
    if (extend) {
      anchor.current ??= keys[activeIndex] ?? key;
      onSelection(selectedRange(anchor.current, key));
    } else anchor.current = null;
    focusWanted.current = true;
    setActiveKey(key);
    rows.reveal(index);
  };
  const toggle = (key: string, range: boolean) => {
    const from = anchor.current;
    const group = list.groupOf(key);
    if (range && from !== null) onSelection(selectedRange(from, key));
    else onSelection(group === null ? toggled(selection, key) : withAllToggled(selection, group.keys));
    anchor.current = key;
  };
  const toggleAll = () => onSelection(withAllToggled(selection, vmKeys));
  const obey = (command: GridCommand, key: string) => {
    if (command.kind === "open") open(key);
    else if (command.kind === "toggle") toggle(key, false);
    else if (command.kind === "all") toggleAll();
    else if (command.kind === "none") onSelection(nothing);
    else if (command.kind === "menu") setMenu(menuAtButton(body.current, key));
    else moveTo(targetRow(command, keys.indexOf(key), keys.length), "extend" in command && command.extend);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event.target);
    const command = readGridKey(event);
    if (key === null || command === null) return;
    // On a link or button of the row these keys are its own.
    const onRow = event.target === rowElement(body.current, key);
    if (!onRow && (event.key === "Enter" || event.key === " ")) return;
    if (command.kind === "none" && selection.size === 0) return;
    event.preventDefault();
    obey(command, key);
  };
  const onClick = (event: MouseEvent) => {
    const key = keyOf(event.target);
    const part = partOf(event.target);
    if (key === null || part === null) return;
    if (part === "select") toggle(key, event.shiftKey);
    else if (part === "failed") setFailedKey(key);
    else if (part === "fold") open(key);
    else if (part === "menu") setMenu(menuAtButton(body.current, key));
    else if (isPlainPress(event)) {
      event.preventDefault();
      open(key);
    }
  };
  const onContextMenu = (event: MouseEvent) => {
    const place = menuAtPointer(event);
    if (place === null || list.groupOf(place.key) !== null) return;
    event.preventDefault();
    setMenu(place);
  };
  return {
    ...{ rows, activeIndex, setActiveKey, menu, setMenu, failedKey, setFailedKey, toggleAll },
    ...{ onKeyDown, onClick, onContextMenu },
  };
}

/** A range goes over headings, which are no VMs. */
function onlyVms({ groupOf }: ListRows, selection: Selection): Selection {
  return new Set([...selection].filter((key) => groupOf(key) === null));
}
