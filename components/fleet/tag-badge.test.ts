import { expect, test } from "vitest";
import { colourOf } from "./tag-badge";

test("a tag has one colour for good, and tags have all of them", () => {
  expect(colourOf("prod")).toBe(colourOf("prod"));
  const names = [
    "prod",
    "web",
    "gpu",
    "db",
    "test",
    "trial",
    "windows",
    "linux",
    "media",
    "office",
    "ci",
    "backup",
  ];
  expect(new Set(names.map(colourOf)).size).toBeGreaterThanOrEqual(6);
  expect(new Set(Array.from({ length: 200 }, (_, index) => colourOf(`t${index}`))).size).toBe(8);
});
