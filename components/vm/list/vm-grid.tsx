"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { fleetStore } from "@/components/fleet/fleet-watch";
import { vmPath } from "@/components/fleet/vm-key";
import { loadActionsSheet } from "../action/lazy-actions-sheet";
import type { DeviceMap } from "../device-names";
import { type GridCommand, readGridKey, targetRow } from "./grid-keys";
import type { ListView } from "./list-view";
import { type MenuPlace, RowMenu } from "./row-menu";
import { nothing, type Selection, toggled, withAllToggled, withRange } from "./selection";
import { useRows } from "./use-rows";
import { VmListHeader } from "./vm-list-header";
import { VmRow } from "./vm-row";

export interface VmGridProps {
  keys: readonly string[];
  view: ListView;
  onView: (view: ListView) => void;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  devices: (hostId: string) => DeviceMap;
}

/** The list itself: headings, the rows in sight, the keys. */
export function VmGrid({ keys, view, onView, selection, onSelection, devices }: VmGridProps) {
  const router = useRouter();
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const focusWanted = useRef(false);
  const anchor = useRef<string | null>(null);
  const found = activeKey === null ? -1 : keys.indexOf(activeKey);
  const body = useRef<HTMLTableSectionElement>(null);
  const { drawn, stack, measure, reveal } = useRows(body, keys, found);
  const activeIndex = Math.max(0, found);

  useEffect(() => {
    if (!focusWanted.current || activeKey === null) return;
    focusWanted.current = false;
    rowElement(body.current, activeKey)?.focus({ preventScroll: true });
  });

  const moveTo = (index: number, extend: boolean) => {
    const from = keys[activeIndex];
    const key = keys[index];
    if (key === undefined) return;
    if (extend) {
      anchor.current ??= from ?? key;
      onSelection(withRange(selection, keys, anchor.current, key));
    } else anchor.current = null;
    focusWanted.current = true;
    setActiveKey(key);
    reveal(index);
  };
  const toggle = (key: string, range: boolean) => {
    const { current } = anchor;
    onSelection(
      range && current !== null ? withRange(selection, keys, current, key) : toggled(selection, key),
    );
    anchor.current = key;
  };
  const obey = (command: GridCommand, key: string) => {
    if (command.kind === "open") openVm(key, router.push);
    else if (command.kind === "toggle") toggle(key, false);
    else if (command.kind === "all") onSelection(withAllToggled(selection, keys));
    else if (command.kind === "none") onSelection(nothing);
    else if (command.kind === "menu") setMenu(menuPlace(body.current, key));
    else moveTo(targetRow(command, keys.indexOf(key), keys.length), "extend" in command && command.extend);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event.target);
    const command = readGridKey(event);
    if (key === null || command === null) return;
    // On a link or button of the row these keys are its own.
    const onRow = event.target instanceof HTMLElement && event.target.tagName === "TR";
    if (!onRow && (command.kind === "open" || (command.kind === "toggle" && event.key === " "))) return;
    if (command.kind === "none" && selection.size === 0) return;
    event.preventDefault();
    obey(command, key);
  };
  const onClick = (event: MouseEvent) => {
    const key = keyOf(event.target);
    const part =
      event.target instanceof Element ? event.target.closest("[data-part]")?.getAttribute("data-part") : null;
    if (key === null || part === null || part === undefined) return;
    if (part === "select") toggle(key, event.shiftKey);
    else setMenu(menuPlace(body.current, key));
  };

  const shownSelected = keys.filter((key) => selection.has(key)).length;
  return (
    <>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a data grid is a table whose rows take keys.
        role="grid"
        aria-label="Virtual machines"
        aria-rowcount={keys.length + 1}
        aria-multiselectable
        className="block rounded-lg border border-border bg-surface"
      >
        <thead className="sticky top-0 z-20 block">
          <VmListHeader
            view={view}
            onView={onView}
            selected={shownSelected === 0 ? "none" : shownSelected === keys.length ? "all" : "some"}
            onToggleAll={() => onSelection(withAllToggled(selection, keys))}
          />
        </thead>
        <tbody
          ref={body}
          className="relative block"
          style={{ height: stack.offset(stack.count) }}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onPointerEnter={() => void loadActionsSheet()}
          onFocus={(event) => setActiveKey(keyOf(event.target))}
          onContextMenu={(event) => {
            const key = keyOf(event.target);
            const onText = window.getSelection()?.isCollapsed === false || isLink(event.target);
            if (key === null || onText) return;
            event.preventDefault();
            setMenu({ key, anchor: { left: event.clientX, top: event.clientY, width: 0, height: 0 } });
          }}
        >
          {drawn.map((index) => {
            const key = keys[index];
            return key === undefined ? null : (
              <VmRow
                key={key}
                rowKey={key}
                index={index}
                offset={stack.offset(index)}
                selected={selection.has(key)}
                active={index === activeIndex}
                devices={devices}
                measure={measure}
              />
            );
          })}
        </tbody>
      </table>
      {menu === null ? null : (
        <RowMenu
          place={menu}
          onClose={() => {
            setMenu(null);
            rowElement(body.current, menu.key)?.focus({ preventScroll: true });
          }}
        />
      )}
    </>
  );
}

function openVm(key: string, push: (path: string) => void): void {
  const vm = fleetStore.vm(key);
  if (vm !== null) push(vmPath(vm));
}

function keyOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest("[data-key]")?.getAttribute("data-key") ?? null) : null;
}

function isLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a") !== null;
}

function rowElement(body: HTMLElement | null, key: string): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
}

function menuPlace(body: HTMLElement | null, key: string): MenuPlace | null {
  const button = rowElement(body, key)?.querySelector('[data-part="menu"]');
  if (!button) return null;
  const { left, top, width, height } = button.getBoundingClientRect();
  return { key, anchor: { left, top, width, height } };
}
