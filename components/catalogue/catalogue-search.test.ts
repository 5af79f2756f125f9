import { expect, test } from "vitest";
import type { ShownImage } from "@/server/create/catalogue/catalogue.schema";
import { byPublisher, matching } from "./catalogue-search";

const image = (publisher: string, title: string, kind: ShownImage["kind"] = "cloud"): ShownImage => ({
  id: title,
  publisher,
  title,
  version: "1",
  kind,
  osinfo: null,
  user: null,
  minDiskBytes: 0,
  checked: "checksum",
  have: null,
});
const images = [
  image("Debian", "Debian 13 (trixie)"),
  image("Ubuntu", "Ubuntu Server 24.04 LTS"),
  image("Debian", "Debian stable", "installation"),
];

test.each([
  ["", 3],
  ["debian", 2],
  ["  TRIXIE cloud ", 1],
  ["iso", 1],
  ["ubuntu iso", 0],
])("“%s” finds %i", (query, count) => expect(matching(images, query)).toHaveLength(count));

test("images stand by their publishers, in the catalogue’s order", () => {
  expect(byPublisher(images).map(({ publisher, images: theirs }) => [publisher, theirs.length])).toEqual([
    ["Debian", 2],
    ["Ubuntu", 1],
  ]);
});
