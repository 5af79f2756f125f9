import { expect, test, vi } from "vitest";
import { stubFailingServer } from "@/components/data/failing-server.test-data";
import { rendered } from "@/components/data/rendered.test-data";
import type { NetworkSummary } from "@/server/network/network.schema";
import EditNetworkDialog from "./edit/edit-network-dialog";
import FiltersTab from "./filter/filters-tab";
import { BridgeDialog } from "./host/bridge-dialog";
import HostLinksTab from "./host/host-links-tab";

const words = "libvirt did not answer in time.";

const network: NetworkSummary = {
  uuid: "2ec115d7-3a88-3ceb-bc12-0ac909a6fd87",
  name: "default",
  active: true,
  autostart: true,
  persistent: true,
  mode: "nat",
  bridge: "virbr0",
  devices: [],
  ips: [],
  domain: null,
  dns: true,
  waiting: [],
  unreadable: null,
};
const close = () => undefined;

test.each([
  ["filters", "network.filters", <FiltersTab key="filters" hostId="local" />],
  ["the host's devices", "network.hostNetworking", <HostLinksTab key="links" hostId="local" />],
  [
    "a network's settings",
    "network.settings",
    <EditNetworkDialog key="edit" hostId="local" network={network} onClose={close} />,
  ],
  [
    "the plan of a bridge",
    "bridge.plan",
    <BridgeDialog key="bridge" hostId="local" device="eno1" links={[]} onClose={close} />,
  ],
])("where %s can't be read, that is said, and it can be tried again", async (_what, procedure, children) => {
  const asked = stubFailingServer(words);
  const page = await rendered(children);
  const times = () => asked.filter((path) => path === `/api/trpc/${procedure}`).length;
  // A dialog stands beside the page.
  await page.after(() => vi.waitFor(() => expect(document.body.textContent).toContain(words)));
  const before = times();
  const again = [...document.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Try again",
  );
  await page.after(() => again?.click());
  expect(times()).toBe(before + 1);
});
