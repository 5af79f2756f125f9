import type { FormatsChoice } from "./formats.schema";
import { type Formats, type Order, plainFormats } from "./page-formats.schema";

const days = { sunday: 0, monday: 1, saturday: 6 } as const;

/**
 * What a choice comes to.
 * @param browser The tag of the browser's own language; one that is none counts as British English.
 */
export function resolveFormats(choice: FormatsChoice, browser: string): Formats {
  const locale = localeOf(choice.region === "browser" ? browser : choice.region);
  return {
    locale: locale.baseName,
    ...marksOf(locale),
    order: orderOf(locale),
    hours: choice.clock === "region" ? hoursOf(locale) : choice.clock === "12" ? 12 : 24,
    firstDay: choice.firstDay === "region" ? firstDayOf(locale) : days[choice.firstDay],
    timeZone: choice.timeZone === "browser" ? null : choice.timeZone,
  };
}

function localeOf(tag: string): Intl.Locale {
  try {
    const locale = new Intl.Locale(tag);
    // What is well formed need not be known; Intl would take the machine's own in its place.
    if (Intl.NumberFormat.supportedLocalesOf(locale.baseName).length > 0) return locale;
  } catch {
    // "*", or no tag at all.
  }
  return new Intl.Locale(plainFormats.locale);
}

function marksOf(locale: Intl.Locale): Pick<Formats, "decimal" | "group"> {
  const parts = new Intl.NumberFormat(locale.baseName, { numberingSystem: "latn" }).formatToParts(
    1_234_567.5,
  );
  const mark = (wanted: "decimal" | "group") => parts.find(({ type }) => type === wanted)?.value;
  return { decimal: mark("decimal") ?? plainFormats.decimal, group: mark("group") ?? plainFormats.group };
}

function orderOf(locale: Intl.Locale): Order {
  const parts = new Intl.DateTimeFormat(locale.baseName, { calendar: "gregory", dateStyle: "short" });
  const first = parts
    .formatToParts(0)
    .find(({ type }) => type === "day" || type === "month" || type === "year");
  if (first?.type === "day") return "day first";
  return first?.type === "month" ? "month first" : "year first";
}

function hoursOf(locale: Intl.Locale): 12 | 24 {
  const { hourCycle } = new Intl.DateTimeFormat(locale.baseName, { hour: "numeric" }).resolvedOptions();
  return hourCycle === "h11" || hourCycle === "h12" ? 12 : 24;
}

/** What engines know of weeks, by the name that it had first or has now; Firefox does not know, nor does TypeScript. */
interface KnowsWeeks {
  getWeekInfo?(): { firstDay: number };
  weekInfo?: { firstDay: number };
}

function firstDayOf(locale: Intl.Locale): number {
  const { getWeekInfo, weekInfo } = locale as KnowsWeeks;
  const { firstDay } = getWeekInfo?.call(locale) ?? weekInfo ?? plainFormats;
  return firstDay % 7;
}
