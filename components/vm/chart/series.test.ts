import { expect, test } from "vitest";
import { summarise, toChartData } from "./series";

const moments = [0, 100, 200, 400].map((second) => ({ at: second * 1000, usage: { cpu: second / 1000 } }));

test("the past becomes columns, cut to what the chart shows", () => {
  expect(toChartData(moments, [{ value: ({ cpu }) => cpu * 100 }])).toEqual([
    [100, 200, 400],
    [10, 20, 40],
  ]);
  expect(toChartData([], [{ value: () => 1 }])).toEqual([[], []]);
});

test("a line is summed up by its least, mean and most", () => {
  expect(summarise([1, 2, 6])).toEqual({ least: 1, mean: 3, most: 6 });
  expect(summarise([])).toBeNull();
});
