import { expect, test } from "vitest";
import { effectLines } from "./effect-lines";

const kinds = (effect: string) => effectLines(effect).map(({ kind }) => kind);

test("tells what a diff adds and removes", () => {
  expect(kinds("--- a\n+++ b\n@@ -1 +1,2 @@\n <devices>\n-  <a/>\n+  <b/>\n")).toEqual([
    "place",
    "place",
    "place",
    "plain",
    "removed",
    "added",
  ]);
});

test("takes commands for what they are", () => {
  expect(kinds("echo vfio-pci > /sys/bus/pci/devices/0000:01:00.0/driver_override")).toEqual(["plain"]);
  expect(kinds("-1")).toEqual(["plain"]);
});
