import { expect, test } from "vitest";
import { type CruisedModule, impureSchemas } from "./schema-purity.mjs";

const module = (source: string, ...imports: (string | [string])[]): CruisedModule => ({
  source,
  dependencies: imports.map((one) =>
    typeof one === "string"
      ? { resolved: one, dependencyTypes: ["import"] }
      : { resolved: one[0], dependencyTypes: ["import", "type-only"] },
  ),
});
const zod = "node_modules/zod/index.js";

test("a schema that needs Node is found through all that it imports", () => {
  const modules = [
    module("server/a/thing.schema.ts", zod, "server/a/words.ts"),
    module("server/a/words.ts", "server/b/reader.ts"),
    module("server/b/reader.ts", "server/a/words.ts", "fs"),
  ];
  expect(impureSchemas(modules)).toEqual([
    ["server/a/thing.schema.ts", "server/a/words.ts", "server/b/reader.ts", "fs"],
  ]);
});

test("a package that no browser runs is found, one that does is not, and types are nothing", () => {
  const modules = [
    module("server/a/good.schema.ts", zod, ["server/b/reader.ts"], ["fs"]),
    module("server/a/schema.ts", "node_modules/better-sqlite3/lib/index.js"),
    module("server/b/reader.ts", "fs"),
    module("server/b/no-schema-at-all.ts", "fs"),
  ];
  expect(impureSchemas(modules)).toEqual([
    ["server/a/schema.ts", "node_modules/better-sqlite3/lib/index.js"],
  ]);
});
