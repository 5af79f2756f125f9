import { describe, expect, test } from "vitest";
import { safeAddress } from "./links";

describe("safeAddress", () => {
  test("lets web addresses through, in their plain form", () => {
    expect(safeAddress("https://example.org/a b")).toBe("https://example.org/a%20b");
    expect(safeAddress("http://exämple.org")).toBe("http://xn--exmple-cua.org/");
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ssh://host",
    "example.org",
    "",
  ])("refuses %s", (address) => {
    expect(safeAddress(address)).toBeNull();
  });
});
