import * as z from "zod";

/** IANA's name of a time zone. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: "A time zone is written as Europe/Berlin." });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
