import type * as z from "zod";

/** The length of a value as JSON, in bytes of UTF-8. */
export function jsonBytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/**
 * `schema`, of whose values none is longer than `most` bytes as JSON: for what has many parts of which hardly anybody
 * needs all. How large a request may be is concluded from it (`server/api/largest-json.ts`).
 */
export function withinBytes<Schema extends z.ZodType>(schema: Schema, most: number): Schema {
  return schema
    .refine((value) => jsonBytes(value) <= most, {
      error: `This is longer than the ${Math.floor(most / 1024)} KiB that are taken of it.`,
    })
    .meta({ maxBytes: most });
}
