import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { clientFile, clientTypes } from "./write-client";

test("the client that tests use is the one of today's document (npm run generate:client)", async () => {
  expect(await clientTypes()).toBe(readFileSync(clientFile, "utf8"));
});
