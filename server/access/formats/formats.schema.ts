import * as z from "zod";
import { timeZoneSchema } from "../time-zone.schema";
import { type Formats, orders } from "./page-formats.schema";
import { regions } from "./regions.schema";

/** What somebody chose in My account. What the region says, and which region the browser has, is found out when a page is drawn. */
export const formatsChoiceSchema = z.object({
  region: z.enum(["browser", ...regions]),
  clock: z.enum(["region", "12", "24"]),
  firstDay: z.enum(["region", "monday", "sunday", "saturday"]),
  /** "browser", or IANA's name of one. */
  timeZone: z.literal("browser").or(timeZoneSchema),
});
export type FormatsChoice = z.infer<typeof formatsChoiceSchema>;

export const unchosenFormats: FormatsChoice = {
  region: "browser",
  clock: "region",
  firstDay: "region",
  timeZone: "browser",
};

/** The tag of a browser's own language, "de-AT". What is none counts as none. */
export const browserLanguage = z.string().max(64);

export const formatsSchema: z.ZodType<Formats, Formats> = z.object({
  locale: z.string(),
  decimal: z.string(),
  group: z.string(),
  order: z.enum(orders),
  hours: z.literal([12, 24]),
  firstDay: z.int().min(0).max(6),
  timeZone: z.string().nullable(),
});
