/** In which order a date is read: 2 Dec 2026, Dec 2, 2026, or 2026 Dec 2. */
export const orders = ["day first", "month first", "year first"] as const;
export type Order = (typeof orders)[number];

/** How a page writes dates, times and numbers. Its words are English whatever is chosen (ADR 44). */
export interface Formats {
  /** How numbers are grouped, by a tag of BCP 47. */
  locale: string;
  /** A number's marks: a browser that knows others for the locale than the server writes these all the same. */
  decimal: string;
  group: string;
  order: Order;
  /** On the clock. */
  hours: 12 | 24;
  /** Of the week, as JavaScript counts days: 0 is Sunday. */
  firstDay: number;
  /** IANA's name; null for the browser's own, which the server does not know. */
  timeZone: string | null;
}

/** Those of British English, as the words are, where nothing is known of a browser. */
export const plainFormats: Formats = {
  locale: "en-GB",
  decimal: ".",
  group: ",",
  order: "day first",
  hours: 24,
  firstDay: 1,
  timeZone: null,
};
