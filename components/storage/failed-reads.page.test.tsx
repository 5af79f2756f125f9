import { expect, test, vi } from "vitest";
import { stubFailingServer } from "@/components/data/failing-server.test-data";
import { rendered } from "@/components/data/rendered.test-data";
import type { PoolSummary } from "@/server/storage/pool.schema";
import { PoolVolumes } from "./pool/pool-volumes";

const pool: PoolSummary = {
  id: "2ec115d7-3a88-3ceb-bc12-0ac909a6fd87",
  name: "default",
  type: "dir",
  state: "running",
  autostart: true,
  persistent: true,
  path: "/var/lib/libvirt/images",
  source: null,
  capacityBytes: 1024,
  allocationBytes: 0,
  availableBytes: 1024,
  unreadable: null,
};

test("where a pool's volumes can't be read, that is said, and it can be tried again", async () => {
  const asked = stubFailingServer("libvirt did not answer in time.");
  const page = await rendered(<PoolVolumes hostId="local" pool={pool} pools={[pool]} />);
  await page.after(() => vi.waitFor(() => expect(page.text()).toContain("Could not read the volumes")));
  expect(page.text()).toContain("libvirt did not answer in time.");
  await page.press("Try again");
  expect(asked.filter((path) => path === "/api/trpc/storage.volumes")).toHaveLength(2);
});
