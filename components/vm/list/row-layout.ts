/**
 * One row has one markup and three looks, by the room that the list has: a card, a row whose addresses and GPUs stand
 * below its name, and a row with a cell for each.
 */
const grid =
  "grid items-center gap-x-2 gap-y-1 px-2 @min-[62rem]:gap-x-3 " +
  "grid-cols-[1.5rem_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.2fr)_1.75rem] " +
  "@min-[36rem]:grid-cols-[1.5rem_minmax(7rem,1fr)_7.5rem_3.25rem_4.75rem_6rem_1.75rem]";
const wide =
  "@min-[62rem]:grid-cols-[1.5rem_minmax(10rem,1.6fr)_8rem_4rem_5.5rem_7.5rem_minmax(9rem,1.2fr)_minmax(8rem,1.2fr)_1.75rem]";
const wideWithHost =
  "@min-[62rem]:grid-cols-[1.5rem_minmax(9rem,1.5fr)_8rem_4rem_5.5rem_7.5rem_minmax(8rem,1.1fr)_minmax(7rem,1.1fr)_minmax(6rem,0.8fr)_1.75rem]";

/** The grid of a row, where there are so many hosts. */
export function rowGrid(hosts: number): string {
  return `${grid} ${hosts > 1 ? wideWithHost : wide}`;
}

/** Where each cell stands in each look. */
export const cellPlace = {
  select: "col-start-1 row-start-1",
  name: "col-start-2 col-end-5 row-start-1 @min-[36rem]:col-end-3",
  state:
    "col-start-2 col-end-4 row-start-2 @min-[36rem]:col-start-3 @min-[36rem]:col-end-4 @min-[36rem]:row-start-1",
  vcpus: "col-start-2 row-start-3 @min-[36rem]:col-start-4 @min-[36rem]:row-start-1 @min-[36rem]:text-right",
  memory:
    "col-start-3 col-end-5 row-start-3 @min-[36rem]:col-start-5 @min-[36rem]:col-end-6 @min-[36rem]:row-start-1 @min-[36rem]:text-right",
  cpu: "col-start-4 row-start-2 @min-[36rem]:col-start-6 @min-[36rem]:row-start-1",
  addresses:
    "col-start-2 col-end-5 row-start-4 @min-[36rem]:col-end-8 @min-[36rem]:row-start-2 @min-[62rem]:col-start-7 @min-[62rem]:col-end-8 @min-[62rem]:row-start-1",
  gpu: "col-start-2 col-end-5 row-start-5 @min-[36rem]:col-end-8 @min-[36rem]:row-start-3 @min-[62rem]:col-start-8 @min-[62rem]:col-end-9 @min-[62rem]:row-start-1",
  host: "col-start-2 col-end-5 row-start-6 @min-[36rem]:col-end-8 @min-[36rem]:row-start-4 @min-[62rem]:col-start-9 @min-[62rem]:col-end-10 @min-[62rem]:row-start-1",
  // The last line of the wide look, with a host's cell before it or without.
  menu: "col-start-5 row-start-1 @min-[36rem]:col-start-7 @min-[62rem]:col-start-[-2]",
} as const;

/** Cells that take no room in the narrow looks when they say nothing. */
export const emptyUnlessWide = "empty:hidden @min-[62rem]:empty:block";
