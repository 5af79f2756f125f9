import type { Week } from "@/components/formats/calendar";

/** Where a moment is in a week: 0 at its beginning, 1 at its end; each day is as wide as the others. */
export function placeIn(week: Week, moment: number): number {
  if (moment <= week[0]) return 0;
  const day = week.findIndex((begins, place) => moment >= begins && moment < (week[place + 1] ?? begins));
  if (day < 0) return 1;
  const [begins = 0, ends = 0] = [week[day], week[day + 1]];
  return (day + (moment - begins) / (ends - begins)) / 7;
}

/** What of a time is in a week, as its picture shows it. */
export interface Bar<Shown> {
  shown: Shown;
  /** Of the week's width, 0 to 1. */
  left: number;
  width: number;
  /** In which row it stands; what is at the same time stands in several. */
  row: number;
}

/** The bars of a week, each in the first row that is free. @param times By their beginning. */
export function barsIn<Shown extends { from: number; to: number }>(
  week: Week,
  times: readonly Shown[],
): Bar<Shown>[] {
  const ends: number[] = [];
  return times
    .filter(({ from, to }) => from < week[7] && to > week[0])
    .map((shown) => {
      const free = ends.findIndex((end) => end <= shown.from);
      const row = free < 0 ? ends.length : free;
      ends[row] = shown.to;
      const left = placeIn(week, shown.from);
      return { shown, left, width: placeIn(week, shown.to) - left, row };
    });
}
