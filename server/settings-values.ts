import { isIP } from "node:net";
import * as z from "zod";

/* How single settings are read. */

/** A list with commas or spaces between its items, each of which has to fit. */
export function listOf(fits: RegExp | ((item: string) => boolean), kind: string) {
  const isFit = fits instanceof RegExp ? (item: string) => fits.test(item) : fits;
  return z
    .string()
    .default("")
    .transform((text, context) => {
      const items = text.split(/[\s,]+/).filter((item) => item !== "");
      for (const item of items.filter((one) => !isFit(one))) {
        context.addIssue({ code: "custom", message: `“${item}” is not ${kind}` });
      }
      return items;
    });
}

/** "192.0.2.1" or "10.0.0.0/8". */
export function isAddressOrNetwork(item: string): boolean {
  const [address = "", length, ...rest] = item.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128));
}

/** A number of days; null for 0, which is for ever. */
export function days(fallback: number) {
  return z
    .string()
    .regex(/^\d{1,5}$/, { error: "has to be a number of days, or 0 for ever" })
    .default(String(fallback))
    .transform((text) => Number(text) || null);
}

/** After how many minutes; 0: never. */
export function minutes(fallback: number) {
  return z
    .string()
    .regex(/^\d{1,4}$/, { error: "has to be a number of minutes, or 0 for never" })
    .default(String(fallback))
    .transform(Number);
}

/** `udp://192.0.2.1:514` or `tcp://log.lan:601`; null where none is given. */
export function syslogAddress() {
  const isOne = (text: string) =>
    URL.canParse(text) && ["udp:", "tcp:"].includes(new URL(text).protocol) && new URL(text).hostname !== "";
  return z
    .string()
    .refine(isOne, { error: "has to be an address such as udp://192.0.2.1:514" })
    .optional()
    .transform((text) => text ?? null);
}

/** Where a server is reached, without a path: "https://passdeck.lan:8006"; null where none is given. */
export function publicOrigin() {
  return z
    .string()
    .refine((text) => URL.canParse(text) && isOrigin(new URL(text)), {
      error: "has to be an address without a path, such as https://passdeck.lan:8006",
    })
    .optional()
    .transform((text) => (text === undefined ? null : new URL(text).origin));
}

function isOrigin({ protocol, href, origin }: URL): boolean {
  return ["https:", "http:"].includes(protocol) && href === `${origin}/`;
}

/** A database on a PostgreSQL server; null where none is given. */
export function postgresAddress() {
  return z
    .string()
    .refine((text) => URL.canParse(text) && isPostgres(new URL(text)), {
      error: "has to be an address such as postgresql://passdeck@db.lan/passdeck",
    })
    .optional()
    .transform((text) => text ?? null);
}

function isPostgres({ protocol, pathname }: URL): boolean {
  return ["postgresql:", "postgres:"].includes(protocol) && /^\/[^/]+$/.test(pathname);
}

/** An address of the web; null where none is given. @param scheme "https:" */
export function webAddress(scheme: RegExp) {
  return z
    .string()
    .refine((text) => URL.canParse(text) && scheme.test(new URL(text).protocol), {
      error: "has to be an address such as http://mirror.lan:3142/",
    })
    .optional()
    .transform((text) => text ?? null);
}

/** Entries with semicolons between them, as names of groups have spaces and commas. An address of mail has both of its ends. */
export function entriesOf() {
  return z
    .string()
    .default("")
    .transform((text, context) => {
      const entries = text
        .split(";")
        .map((entry) => entry.trim())
        .filter((entry) => entry !== "");
      for (const entry of entries.filter((one) => one.includes("@") && !/^[^@\s]*@[^@\s]+$/.test(one)))
        context.addIssue({
          code: "custom",
          message: `“${entry}” is no group, ada@example.org or @example.org`,
        });
      return entries;
    });
}

/** Whether a host name, as a URL has it, is this machine itself. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
