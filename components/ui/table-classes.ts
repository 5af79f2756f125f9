/** How the tables of storage look: one table from 40 rem on; below that what doesn't fit stands under the name. */
export const headRow =
  "hidden border-border border-b text-left text-muted text-sm @min-[40rem]:table-header-group";
export const headCell = "h-9 px-3 font-medium first:pl-4 last:pr-4";
export const cell = "px-3 py-2 align-top first:pl-4 last:pr-3";
/** The button of a row's menu. */
export const menuButton =
  "inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-foreground/8 hover:text-foreground";
