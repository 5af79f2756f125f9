import { expect, test } from "vitest";
import * as z from "zod";
import { pathInput, queryInput } from "./query-input";

const schema = z.object({
  name: z.string(),
  place: z.int().nullable().default(null),
  isLive: z.boolean().optional(),
  kinds: z.array(z.string()).optional(),
});

test("a query's texts become what the schema has, and what is no number stays a text", () => {
  const query = new URLSearchParams("name=7&place=7&isLive=true&kinds=a&kinds=b&other=1");
  expect(queryInput(schema, query)).toEqual({ name: "7", place: 7, isLive: true, kinds: ["a", "b"] });
  expect(queryInput(schema, new URLSearchParams("place=seven&isLive=yes"))).toEqual({
    place: "seven",
    isLive: "yes",
  });
});

test("so do a path's parameters", () => {
  expect(pathInput(schema, { place: "12", name: "12" })).toEqual({ place: 12, name: "12" });
  expect(pathInput(schema, { place: "1e3" })).toEqual({ place: "1e3" });
});
