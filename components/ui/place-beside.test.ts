import { expect, test } from "vitest";
import { placeBeside } from "./place-beside";

const window = { width: 400, height: 300 };
const size = { width: 100, height: 20 };

test("stands in the middle of its side", () => {
  const anchor = { left: 150, top: 100, width: 60, height: 30 };
  expect(placeBeside(anchor, size, "top", window)).toEqual({ left: 130, top: 74 });
  expect(placeBeside(anchor, size, "bottom", window)).toEqual({ left: 130, top: 136 });
  expect(placeBeside(anchor, size, "right", window)).toEqual({ left: 216, top: 105 });
  expect(placeBeside(anchor, size, "left", window)).toEqual({ left: 44, top: 105 });
});

test("never leaves the window, nor covers what it is about", () => {
  expect(placeBeside({ left: 370, top: 100, width: 30, height: 30 }, size, "bottom", window).left).toBe(292);
  expect(placeBeside({ left: 0, top: 100, width: 30, height: 30 }, size, "bottom", window).left).toBe(8);
  expect(placeBeside({ left: 150, top: 4, width: 60, height: 30 }, size, "top", window).top).toBe(40);
});
