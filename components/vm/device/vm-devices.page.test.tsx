import { expect, test, vi } from "vitest";
import { stubFailingServer } from "@/components/data/failing-server.test-data";
import { rendered } from "@/components/data/rendered.test-data";
import { aVm } from "@/components/fleet/sample.test-data";

// Node 20 has none of its own, and the module of the API asks for it. Nothing is connected here.
vi.hoisted(() => vi.stubGlobal("WebSocket", class {}));

import { VmDevices } from "./vm-devices";

test("a VM that asks for named devices only says which, and where that is changed", async () => {
  stubFailingServer("no");
  const page = await rendered(<VmDevices vm={aVm({ namedDevices: ["any RTX 4090", "capture card"] })} />);
  await vi.waitFor(() =>
    expect(page.text()).toContain("At each start it gets a free card of any RTX 4090 and capture card ."),
  );
  expect(page.text()).not.toContain("no passthrough devices");
  expect(page.root.querySelector('a[href="/vms/local/a?tab=hardware"]')).not.toBeNull();
});

test("a VM without any device says so", async () => {
  stubFailingServer("no");
  const page = await rendered(<VmDevices vm={aVm()} />);
  expect(page.text()).toContain("This VM has no passthrough devices.");
});
