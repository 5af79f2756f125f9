import { expect, test } from "vitest";
import { noDevices } from "@/components/fleet/device-names";
import { aVm } from "@/components/fleet/sample.test-data";
import { type ListView, plainView } from "./list-view";
import { listingOf } from "./listing";

const context = { usage: () => null, devices: () => noDevices, hostName: (id: string) => id.toUpperCase() };
const shop = aVm({ tags: ["prod", "web"], folder: "Web/Shop" });
const bare = aVm();

const listing = (view: Partial<ListView>) => listingOf({ ...plainView, ...view }, context);

test.each<[Partial<ListView>, boolean]>([
  [{ tags: ["prod"] }, true],
  [{ tags: ["prod", "web"] }, true],
  [{ tags: ["prod", "db"] }, false],
  [{ folder: "Web" }, true],
  [{ folder: "Web/Shop", tags: ["web"] }, true],
  [{ folder: "Shop" }, false],
  [{ query: "shop prod" }, true],
])("a view of %o shows the VM: %s", (view, expected) => {
  expect(listing(view).matches(shop)).toBe(expected);
  expect(listing(view).matches(bare)).toBe(false);
});

test("VMs stand together by host, by folder, and by the tags that they have", () => {
  const groups = (group: ListView["group"]) => [shop, bare].map((vm) => listing({ group }).groupOf?.(vm));
  expect(groups("none")).toEqual([undefined, undefined]);
  expect(groups("host")).toEqual(["LOCAL", "LOCAL"]);
  expect(groups("folder")).toEqual(["Web/Shop", ""]);
  expect(groups("tags")).toEqual(["prod, web", ""]);
});
