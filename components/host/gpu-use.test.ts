import { expect, test } from "vitest";
import { aVm } from "@/components/fleet/sample.test-data";
import { aGpu } from "@/components/fleet/sample-device.test-data";
import { gpuUses } from "./gpu-use";
import { aReport } from "./sample-report.test-data";

const address = "0000:01:00.0";

test.each([
  [null, "No driver"],
  ["vfio-pci", "Free for a VM"],
  ["nvidia", "Used by the host (nvidia)"],
])("a GPU that no VM names, with driver %j: %s", (driver, words) => {
  expect(gpuUses(aReport([aGpu({ driver })]), [aVm()])[0]?.words).toBe(words);
});

test("of several VMs that name it, the one that is on has it", () => {
  const off = aVm({ id: "b", name: "off", state: "off", passthrough: [address] });
  const on = aVm({ id: "c", name: "on", state: "paused", passthrough: [address] });
  const [use] = gpuUses(aReport([aGpu()]), [off, on]);
  expect(use?.words).toBe("In use");
  expect(use?.vms.map((vm) => vm.name)).toEqual(["on", "off"]);
  expect(gpuUses(aReport([aGpu()]), [off])[0]?.words).toBe("Attached, VM is off");
});

test("only display controllers are listed", () => {
  const sound = aGpu({ address: "0000:01:00.1", class: "040300" });
  expect(gpuUses(aReport([sound, aGpu()]), []).map(({ device }) => device.address)).toEqual([address]);
});
