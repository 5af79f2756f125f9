import { expect, test } from "vitest";
import { aVm } from "@/components/fleet/sample.test-data";
import { ownersOn } from "./device-owner";

test("tells for each device which VMs of the host are given it", () => {
  const vms = [
    aVm({
      hostId: "a",
      id: "1",
      name: "gaming",
      state: "running",
      passthrough: ["0000:01:00.0", "0000:01:00.1"],
    }),
    aVm({ hostId: "a", id: "2", name: "spare", state: "off", passthrough: ["0000:01:00.0"] }),
    aVm({ hostId: "b", id: "3", name: "elsewhere", state: "running", passthrough: ["0000:01:00.0"] }),
  ];
  const gaming = { vmId: "1", vmName: "gaming", href: "/vms/a/1", running: true };
  const spare = { vmId: "2", vmName: "spare", href: "/vms/a/2", running: false };
  expect(ownersOn("a", vms)).toEqual({ "0000:01:00.0": [gaming, spare], "0000:01:00.1": [gaming] });
  expect(ownersOn(null, vms)).toEqual({});
});
