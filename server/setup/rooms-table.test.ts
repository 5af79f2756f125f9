import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { architectureWithRooms } from "./rooms-table.mjs";

test("the table of rooms in docs/ARCHITECTURE.md is the one that imports are checked by (npm run rooms)", () => {
  const document = join(import.meta.dirname, "../../docs/ARCHITECTURE.md");
  // Biome fills up the columns.
  const plain = (text: string) => text.replace(/ {2,}/g, " ").replace(/-{3,}/g, "---");
  expect(plain(readFileSync(document, "utf8"))).toBe(plain(architectureWithRooms()));
});
