import { beforeEach, expect, test } from "vitest";
import { takeSetupToken } from "./setup-token";

beforeEach(() => window.history.replaceState(null, "", "/setup"));

test("the token behind the # is taken, and stays there for a reload", () => {
  window.history.replaceState(null, "", "/setup#token=a-b_c");
  expect(takeSetupToken()).toBe("a-b_c");
  expect(window.location.hash).toBe("#token=a-b_c");
});

test("one in the query is taken, and goes out of the address that is sent", () => {
  window.history.replaceState(null, "", "/setup?token=old");
  expect(takeSetupToken()).toBe("old");
  expect(window.location.search).toBe("");
  expect(takeSetupToken()).toBe("old");
});

test("without one there is none", () => {
  expect(takeSetupToken()).toBeNull();
});
