import { expect, test } from "vitest";
import { aVm } from "@/components/fleet/sample.test-data";
import { firstLookAt } from "./first-rows";
import { plainView } from "./list-view";

const vms = Array.from({ length: 100 }, (_, index) =>
  aVm({ id: `${index}`, name: `vm-${99 - index}`, state: index < 40 ? "running" : "off" }),
);

test("the markup holds the first rows of the list, and counts the others", () => {
  const look = firstLookAt(vms, plainView);
  expect(look?.vms.map(({ name }) => name)).toEqual(Array.from({ length: 30 }, (_, index) => `vm-${index}`));
  expect(look).toMatchObject({ listed: 100, total: 100 });
  expect(new Map(look?.states)).toEqual(
    new Map([
      ["running", 40],
      ["off", 60],
    ]),
  );
});

test("it holds those that the address asks for", () => {
  const look = firstLookAt(vms, { ...plainView, state: "running", descending: true });
  expect(look?.vms.at(0)?.name).toBe("vm-99");
  expect(look).toMatchObject({ listed: 40, total: 100 });
});

test("it tells nothing where figures, names of devices or groups decide, and nothing of no VMs", () => {
  expect(firstLookAt(vms, { ...plainView, sort: "cpu" })).toBeNull();
  expect(firstLookAt(vms, { ...plainView, sort: "gpu" })).toBeNull();
  expect(firstLookAt(vms, { ...plainView, sort: "host" })).toBeNull();
  expect(firstLookAt(vms, { ...plainView, query: "nvidia" })).toBeNull();
  expect(firstLookAt(vms, { ...plainView, group: "folder" })).toBeNull();
  expect(firstLookAt([], plainView)).toBeNull();
});
