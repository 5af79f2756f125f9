import { expect, test } from "vitest";
import { createVolumeSchema } from "@/server/storage/volume-request.schema";
import { check } from "./problems";

test("what is right comes back as the server takes it", () => {
  const value = { name: "data", format: "raw", capacityBytes: 1024 };
  expect(check(createVolumeSchema, value)).toEqual({
    request: { ...value, allocateAll: false },
    problems: {},
  });
});

test("what is wrong stands at its field, one thing of each", () => {
  const { request, problems } = check(createVolumeSchema, {
    name: "-a/b",
    format: "raw",
    capacityBytes: 0.5,
  });
  expect(request).toBeNull();
  expect(problems).toEqual({
    name: "A name can't contain slashes or control characters.",
    capacityBytes: "A size must be a whole number of bytes.",
  });
});
