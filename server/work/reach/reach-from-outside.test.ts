import { expect, test } from "vitest";
import { lastKnown } from "./reach-from-outside";

const version = (id: number, by: string | null) => ({ id, by });

test.each([
  [
    "the latest that was made here",
    [version(4, null), version(3, "ada"), version(2, "bob"), version(1, null)],
    3,
  ],
  ["the present one, where that was made here", [version(2, "ada"), version(1, null)], 2],
  [
    "of a VM that never was changed here, the one as which it was found",
    [version(3, null), version(1, null)],
    1,
  ],
  ["none of a VM without versions", [], undefined],
])("a definition is compared with %s", (_, versions, id) => {
  expect(lastKnown(versions)?.id).toBe(id);
});
