import { expect, test } from "vitest";
import { nameInUrl, poolPath, volumeContentPath } from "./storage-paths";

test("names with anything in them stay one part of an address", () => {
  expect(poolPath("local", "a b?#")).toBe("/storage/local/a%20b%3F%23");
  expect(volumeContentPath("local", "default", "50% é.iso")).toBe(
    "/api/volumes/local/default/50%25%20%C3%A9.iso",
  );
});

test.each([
  ["https://example.org/iso/debian-12.iso?mirror=1#top", "debian-12.iso"],
  ["https://example.org/a%20b.qcow2/", "a b.qcow2"],
  ["https://example.org/", ""],
  ["https://example.org/%ff", ""],
  ["debian.iso", ""],
])("of %s it is “%s”", (url, name) => {
  expect(nameInUrl(url)).toBe(name);
});
