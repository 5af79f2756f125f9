"use client";

import * as Radix from "radix-ui/tabs";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export const Tabs = Radix.Root;

/** The row of tabs; it scrolls sideways where it doesn't fit. */
export function TabsList({ className, ...rest }: ComponentProps<typeof Radix.List>) {
  return (
    <Radix.List
      className={classNames(
        "mb-4 flex gap-1 overflow-x-auto border-border border-b [scrollbar-width:none]",
        className,
      )}
      {...rest}
    />
  );
}

/** One tab. */
export function TabsTrigger({ className, ...rest }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      className={classNames(
        "-mb-px h-9 shrink-0 border-transparent border-b-2 px-3 font-medium text-base text-muted -outline-offset-2 hover:text-foreground",
        "data-[state=active]:border-accent data-[state=active]:text-foreground",
        className,
      )}
      {...rest}
    />
  );
}

/** What a tab shows. */
export function TabsContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content className={classNames("min-w-0", className)} {...rest} />;
}
