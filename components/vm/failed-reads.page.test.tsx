import { expect, test, vi } from "vitest";
import { stubFailingServer } from "@/components/data/failing-server.test-data";
import { rendered } from "@/components/data/rendered.test-data";
import { aVm } from "@/components/fleet/sample.test-data";
import { GpusCard } from "@/components/host/gpus-card";
import type { VmSummary } from "@/server/fleet/schema";
import { StartProblemsNotice } from "./detail/start-problems";
import { useStartProblems } from "./detail/use-start-problems";
import { VersionDetail } from "./history/version-detail";
import { RunningXml } from "./xml/running-xml";
import { XmlTab } from "./xml/xml-tab";

const words = "libvirt did not answer in time.";

const vm = aVm({ state: "off", passthrough: ["0000:01:00.0"] });

function StartProblems({ of }: { of: VmSummary }) {
  return <StartProblemsNotice vm={of} reading={useStartProblems(of, null)} />;
}

const version = { id: 1, hostId: vm.hostId, vmId: vm.id, at: 0, by: null, what: "Defined" };

test.each([
  ["the saved definition", "/api/trpc/definition.get", <XmlTab key="xml" vm={vm} />],
  ["what runs now", "/api/trpc/vm.xml", <RunningXml key="running" vm={vm} hint="" />],
  [
    "a version",
    "/api/trpc/definition.version",
    <VersionDetail key="version" vm={vm} version={version} present={null} />,
  ],
  ["the start check", "/api/trpc/vm.startProblems", <StartProblems key="start" of={vm} />],
])("where %s can't be read, that is said, and it can be tried again", async (_what, path, children) => {
  const asked = stubFailingServer(words);
  const page = await rendered(children);
  await page.after(() => vi.waitFor(() => expect(page.text()).toContain(words)));
  const before = asked.filter((one) => one === path).length;
  await page.press("Try again");
  expect(asked.filter((one) => one === path).length).toBe(before + 1);
});

test("GPUs of a host that tells nothing are not awaited for ever", async () => {
  const report = { data: undefined, error: new Error(words), refetch: () => undefined };
  const page = await rendered(<GpusCard hostId="local" report={report} vms={[]} />);
  expect(page.text()).toContain(words);
});
