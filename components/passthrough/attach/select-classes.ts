/** How a choice of one of many looks in these dialogs. */
export const selectClasses =
  "h-8 w-full min-w-0 rounded-md border border-border-strong bg-surface px-2 text-base text-foreground";
