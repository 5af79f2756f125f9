import { expect, test } from "vitest";
import { hostNamed, hostPath } from "@/components/fleet/host-address";
import { vmPath } from "@/components/fleet/vm-key";
import { poolPath } from "@/components/storage/storage-paths";
import { hostPage, poolPage, vmPage } from "@/server/notify/pages";

const hostId = "a host/1";

test("messages lead to the pages that there are", () => {
  expect(vmPage(hostId, "b?")).toBe(vmPath({ hostId, id: "b?" }));
  expect(poolPage(hostId, "pool #1")).toBe(poolPath(hostId, "pool #1"));
  const hosts = [{ id: "other" }, { id: hostId }];
  expect(hostPage(hostId)).toBe(hostPath(hosts, hostId));
  expect(hostNamed(hosts, new URL(hostPage(hostId), "http://x").searchParams.get("host"))?.id).toBe(hostId);
});
