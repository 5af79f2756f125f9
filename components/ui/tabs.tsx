"use client";

import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useId,
} from "react";
import { classNames } from "./class-names";

interface OpenTab {
  /** Begins the ids of the tabs and of what they show. */
  id: string;
  value: string;
  onValueChange(value: string): void;
}

const TabsContext = createContext<OpenTab | null>(null);

function useTabs(): OpenTab {
  const tabs = useContext(TabsContext);
  if (tabs === null) throw new Error("a part of tabs needs Tabs above it");
  return tabs;
}

export interface TabsProps extends Omit<OpenTab, "id"> {
  className?: string | undefined;
  children: ReactNode;
}

/**
 * Tabs after the ARIA Authoring Practices, by hand, as each of the pages that have them would pay 8 kB for a library:
 * one stop of the Tab key, arrows, Home and End go from tab to tab and open it.
 * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function Tabs({ value, onValueChange, className, children }: TabsProps) {
  const id = useId();
  return (
    <TabsContext value={{ id, value, onValueChange }}>
      <div className={className}>{children}</div>
    </TabsContext>
  );
}

/** The row of tabs; it scrolls sideways where it doesn't fit. */
export function TabsList({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      role="tablist"
      aria-orientation="horizontal"
      onKeyDown={moveFocus}
      className={classNames(
        "mb-4 flex gap-1 overflow-x-auto border-border border-b [scrollbar-width:none]",
        className,
      )}
      {...rest}
    />
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
  const now = tabs.findIndex((tab) => Object.is(tab, document.activeElement));
  const next = {
    ArrowRight: (now + 1) % tabs.length,
    ArrowLeft: (now - 1 + tabs.length) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  }[event.key];
  if (next === undefined || now === -1) return;
  event.preventDefault();
  tabs[next]?.focus();
  tabs[next]?.click();
}

/** One tab. */
export function TabsTrigger({ className, value, ...rest }: ComponentProps<"button"> & { value: string }) {
  const { id, value: open, onValueChange } = useTabs();
  const active = value === open;
  return (
    <button
      type="button"
      role="tab"
      id={`${id}-tab-${value}`}
      aria-selected={active}
      aria-controls={`${id}-content-${value}`}
      data-state={active ? "active" : "inactive"}
      tabIndex={active ? 0 : -1}
      onClick={() => onValueChange(value)}
      className={classNames(
        "-mb-px h-9 shrink-0 border-transparent border-b-2 px-3 font-medium text-base text-muted -outline-offset-2 hover:text-foreground",
        "data-[state=active]:border-accent data-[state=active]:text-foreground",
        className,
      )}
      {...rest}
    />
  );
}

export interface TabsContentProps extends ComponentProps<"div"> {
  value: string;
  /** Is there, hidden, while another tab is open. */
  forceMount?: boolean;
}

/** What a tab shows. */
export function TabsContent({ className, value, forceMount = false, children, ...rest }: TabsContentProps) {
  const { id, value: open } = useTabs();
  const active = value === open;
  return (
    <div
      role="tabpanel"
      id={`${id}-content-${value}`}
      aria-labelledby={`${id}-tab-${value}`}
      data-state={active ? "active" : "inactive"}
      hidden={!active}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a tab's content is reached by the Tab key, as the pattern asks.
      tabIndex={0}
      className={classNames("min-w-0", className)}
      {...rest}
    >
      {active || forceMount ? children : null}
    </div>
  );
}
