import { expect, test } from "vitest";
import * as z from "zod";
import { jsonBytes, withinBytes } from "../units/json-bytes.schema";
import { largestJson } from "./largest-json";

const short = z.string().max(3);
const longest = "\u0001\u0002\u0003";
const guid = "ffffffff-ffff-4fff-8fff-ffffffffffff";

/** Schemas with the longest that they take. */
const cases: Readonly<Record<string, readonly [z.ZodType, unknown]>> = {
  "a text of characters that JSON writes as six": [short, longest],
  "a text after its form": [
    z
      .string()
      .regex(/^[^x]{1,3}$/, { abort: true })
      .max(3),
    longest,
  ],
  "a text that may be null": [short.nullable(), longest],
  "a text that is changed": [short.toLowerCase().default("x"), longest],
  "a GUID": [z.guid(), guid],
  "an IPv4 address": [z.ipv4(), "255.255.255.255"],
  "an IPv6 network": [z.cidrv6(), "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128"],
  base64: [z.base64().max(8), "AAAABBBB"],
  "a boolean": [z.boolean(), false],
  "one of some words": [z.enum(["a", "longest", "bc"]), "longest"],
  "one of some kinds": [z.union([z.literal(7), z.guid()]), guid],
  "a list": [z.array(short).max(2), [longest, longest]],
  "an object": [z.strictObject({ ä: short, b: z.boolean().optional() }), { ä: longest, b: false }],
  "an object that is one of some": [
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("list"), items: z.array(z.guid()).max(3) }),
      z.strictObject({ kind: z.literal("none") }),
    ]),
    { kind: "list", items: [guid, guid, guid] },
  ],
  "a record with a bound of its own": [
    withinBytes(z.record(z.string(), z.string()), 20),
    { key: "0123456789" },
  ],
};

test.each(Object.entries(cases))("%s", (_name, [schema, value]) => {
  expect(schema.safeParse(value).success).toBe(true);
  // A comma behind the last part is counted, which JSON does not have: one a list or an object.
  expect(largestJson(schema) - jsonBytes(value)).toBeGreaterThanOrEqual(0);
  expect(largestJson(schema) - jsonBytes(value)).toBeLessThanOrEqual(8);
});

test("a number takes as much as the longest that JSON writes", () => {
  expect(largestJson(z.number())).toBe(jsonBytes(-Number.MAX_VALUE));
  expect(largestJson(z.int().min(1).max(2))).toBe(largestJson(z.number()));
});

test.each([
  z.string(),
  z.array(z.boolean()),
  z.record(z.guid(), z.boolean()),
  z.looseObject({}),
  z.unknown(),
  z.json(),
  z.strictObject({ deep: z.array(z.union([z.literal(1), z.string().regex(/^x/)])).max(2) }),
])("what has no bound has none", (schema) => {
  expect(largestJson(schema)).toBe(Number.POSITIVE_INFINITY);
});

test("what is within its bytes is taken, and nothing longer", () => {
  const schema = withinBytes(z.record(z.string(), z.string()), 2048);
  const ofBytes = (bytes: number) => ({ a: "x".repeat(bytes - jsonBytes({ a: "" })) });
  expect(jsonBytes(ofBytes(2048))).toBe(2048);
  expect(schema.safeParse(ofBytes(2048)).success).toBe(true);
  expect(schema.safeParse(ofBytes(2049)).error?.issues).toMatchObject([
    { message: "This is longer than the 2 KiB that are taken of it." },
  ]);
});
