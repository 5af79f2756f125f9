import { describe, expect, test } from "vitest";
import { bytesOf, textOf, unitFor } from "./size-text";

const gibibyte = 2 ** 30;

describe("sizes", () => {
  test("are written in the largest unit that suits", () => {
    expect(unitFor(20 * gibibyte)).toBe("GiB");
    expect(unitFor(1.5 * gibibyte)).toBe("GiB");
    expect(unitFor(1000 * 2 ** 20)).toBe("MiB");
    expect(unitFor(2048 * gibibyte)).toBe("TiB");
    expect(unitFor(Number.NaN)).toBe("MiB");
  });

  test("come back as they went", () => {
    for (const bytes of [2 ** 20, 300 * 2 ** 20, 20 * gibibyte, 2.25 * gibibyte]) {
      const unit = unitFor(bytes);
      expect(bytesOf(textOf(bytes, unit), unit)).toBe(bytes);
    }
  });

  test("have a comma or a point, and are whole MiB", () => {
    expect(bytesOf("1,5", "GiB")).toBe(1.5 * gibibyte);
    expect(bytesOf("0.3", "GiB")).toBe(307 * 2 ** 20);
  });

  test("are none where there is no number", () => {
    for (const text of ["", "x", "-1", "1e3", "1.2.3"]) expect(bytesOf(text, "GiB")).toBeNaN();
    expect(textOf(Number.NaN, "GiB")).toBe("");
  });
});
