import { describe, expect, it } from "vitest";
import { spansOf } from "./columns";

describe("spansOf", () => {
  it.each([
    [[100], 3, [3]],
    [[100, 100], 2, [1, 1]],
    [[900, 100, 100], 3, [2, 1, 3]],
    [[100, 100, 100], 2, [1, 1, 2]],
    [[500, 400, 300], 1, [1, 1, 1]],
    [[], 3, []],
  ])("heights %j in %i columns: %j", (heights, columns, spans) => {
    expect(spansOf(heights, columns)).toEqual(spans);
  });
});
