import { expect, test } from "vitest";
import { aVolume } from "./volume.test-data";
import { whyNotClone, whyNotDelete, whyNotResize } from "./volume-acts";

const user = (vmName: string, running: boolean) => ({
  vmId: "2ec115d7-3a88-3ceb-bc12-0ac909a6fd87",
  vmName,
  running,
});

test("what nobody uses can be changed and deleted", () => {
  expect(whyNotDelete(aVolume())).toBeNull();
  expect(whyNotResize(aVolume())).toBeNull();
});

test("who uses it is named", () => {
  const usedBy = [user("web-01", false), user("web-02", true)];
  expect(whyNotDelete(aVolume({ usedBy }))).toBe("Used by web-01, web-02");
  expect(whyNotResize(aVolume({ usedBy }))).toBe("web-02 is running and uses it");
  expect(whyNotClone(aVolume({ usedBy }))).toBe("web-02 is running and uses it");
  expect(whyNotClone(aVolume({ usedBy, format: "iso" }))).toBeNull();
});

test("a VM that is off does not keep its disk from growing", () => {
  expect(whyNotResize(aVolume({ usedBy: [user("web-01", false)] }))).toBeNull();
  expect(whyNotResize(aVolume({ format: "iso" }))).not.toBeNull();
});
