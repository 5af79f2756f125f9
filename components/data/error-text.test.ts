import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { errorText } from "./error-text";

test("the server's own words are passed on", () => {
  const answer = {
    error: { code: -32000, message: "web-01 is on. Shut it down first.", data: { code: "CONFLICT" } },
  };
  expect(errorText(TRPCClientError.from(answer))).toBe("web-01 is on. Shut it down first.");
});

test("a server that was not reached is named as that, not as “Failed to fetch”", () => {
  expect(errorText(TRPCClientError.from(new TypeError("Failed to fetch")))).toMatch(/did not answer/);
});

test("whatever else was thrown is a sentence too", () => {
  expect(errorText(new Error("No room left."))).toBe("No room left.");
  expect(errorText("?")).toBe("Something went wrong.");
});
