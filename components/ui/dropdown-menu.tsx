"use client";

import { Check } from "lucide-react";
import * as Radix from "radix-ui/dropdown-menu";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

export const DropdownMenu = Radix.Root;
export const DropdownMenuTrigger = Radix.Trigger;
export const DropdownMenuRadioGroup = Radix.RadioGroup;

/** The sheet of a menu, kept inside the window. */
export function DropdownMenuContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={4}
        collisionPadding={8}
        className={classNames(
          "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-[min(22rem,calc(100vw-1rem))] animate-appear overflow-y-auto",
          "rounded-lg border border-border bg-raised p-1 text-sm shadow-raised outline-none",
          className,
        )}
        {...rest}
      />
    </Radix.Portal>
  );
}

const itemClasses =
  "flex min-h-7 w-full select-none items-center gap-2 rounded-md px-2 py-1 text-left outline-none data-[highlighted]:bg-foreground/8 " +
  "[&_svg]:size-4 [&_svg]:shrink-0";

export interface MenuItemProps extends Omit<ComponentProps<typeof Radix.Item>, "disabled"> {
  icon?: ReactNode;
  danger?: boolean;
  /** Why it cannot be chosen now; shown beside its words. It stays reachable by keyboard so that it can be read. */
  reason?: string | null | undefined;
}

/** One choice of a menu. With a `reason` it can be read but not chosen. */
export function DropdownMenuItem({
  icon,
  danger,
  reason,
  children,
  onSelect,
  className,
  ...rest
}: MenuItemProps) {
  const blocked = typeof reason === "string";
  return (
    <Radix.Item
      aria-disabled={blocked}
      className={classNames(itemClasses, blocked ? "text-muted" : danger && "text-danger", className)}
      onSelect={(event) => (blocked ? event.preventDefault() : onSelect?.(event))}
      {...rest}
    >
      <span aria-hidden className={blocked ? "opacity-50" : undefined}>
        {icon}
      </span>
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-6">
        <span>{children}</span>
        {blocked ? <span className="ml-auto text-muted text-xs">{reason}</span> : null}
      </span>
    </Radix.Item>
  );
}

/** A choice that is on or off. The menu stays open, as several may be wanted. */
export function DropdownMenuCheckItem({
  className,
  children,
  ...rest
}: Omit<ComponentProps<typeof Radix.CheckboxItem>, "onSelect">) {
  return (
    <Radix.CheckboxItem
      className={classNames(itemClasses, className)}
      onSelect={(event) => event.preventDefault()}
      {...rest}
    >
      <span
        className="flex size-4 shrink-0 items-center justify-center rounded-sm border border-border-strong"
        aria-hidden
      >
        <Radix.ItemIndicator>
          <Check className="size-3.5" />
        </Radix.ItemIndicator>
      </span>
      {children}
    </Radix.CheckboxItem>
  );
}

/** One of several choices of which exactly one holds. */
export function DropdownMenuRadioItem({
  className,
  children,
  ...rest
}: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem className={classNames(itemClasses, className)} {...rest}>
      <span className="flex size-4 items-center justify-center" aria-hidden>
        <Radix.ItemIndicator className="size-1.5 rounded-full bg-accent" />
      </span>
      {children}
    </Radix.RadioItem>
  );
}

/** Words above a group of choices. */
export function DropdownMenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="wrap-anywhere px-2 pt-1 pb-1.5 text-muted text-xs">{children}</Radix.Label>;
}

/** A line between groups. */
export function DropdownMenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-border" />;
}
