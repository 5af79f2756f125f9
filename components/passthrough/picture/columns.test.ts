import { describe, expect, test } from "vitest";
import { rowsOf } from "./columns";

describe("rowsOf", () => {
  test.each([
    [[100], 3, [[3]]],
    [[100, 100], 2, [[1, 1]]],
    [[100, 100], 5, [[2, 2]]],
    [[900, 100, 100], 3, [[2], [1, 1]]],
    [
      [100, 100, 100, 100],
      3,
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [[100, 100, 100, 100], 5, [[1, 1, 1, 1]]],
    [[500, 400, 300], 1, [[1], [1], [1]]],
    [[], 3, []],
  ])("heights %j in %i columns: %j", (heights, columns, rows) => {
    expect(rowsOf(heights, columns)).toEqual(rows);
  });
});
