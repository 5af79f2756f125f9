import pino from "pino";
import { expect, test, vi } from "vitest";
import type { FleetMessage, HostSummary } from "../../fleet/schema";
import { followInstallations } from "./follow-installations";

type Fleet = Parameters<typeof followInstallations>[0]["fleet"];

test("an installation that ends in maintenance goes on once that is over", async () => {
  const vm = { hostId: "atlas", id: "0d6a5e1c-0000-4000-8000-000000000001", name: "web" };
  const asked = vi.fn().mockResolvedValue(null);
  let inMaintenance = true;
  let tell: (message: Pick<FleetMessage, "hosts" | "vms">) => void = () => undefined;
  const fleet = {
    watch: (listener: typeof tell) => {
      tell = listener;
      return () => undefined;
    },
    findVm: () => ({ summary: vm, xml: "<passdeck:installing/>" }),
    vmSummaries: () => [vm],
    host: () => ({ run: asked }),
    maintenanceOf: () => (inMaintenance ? { reason: "a new fan", since: 0, by: "ada" } : null),
  } as unknown as Fleet;
  const jobs = { watch: () => () => undefined, running: () => [], interrupted: () => [] } as never;
  const stop = followInstallations({ fleet, jobs, log: pino({ level: "silent" }) });
  tell({ hosts: [], vms: [vm] as never });
  await new Promise(setImmediate);
  expect(asked).not.toHaveBeenCalled();
  inMaintenance = false;
  tell({ hosts: [{ id: "atlas" } as HostSummary], vms: [] });
  await vi.waitUntil(() => asked.mock.calls.length === 1);
  stop();
});
