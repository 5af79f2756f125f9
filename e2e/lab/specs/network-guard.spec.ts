import { hostFiles } from "@/e2e/lab/boot/host-files";
import { expect, test } from "@/e2e/lab/fixtures";
import type { LabHost } from "@/e2e/lab/host/lab-host";
import { HostNetworkPage } from "@/e2e/lab/pages/host-network-page";
import { placeFunctions } from "@/e2e/lab/topology/placement";

// All in one file: files are spread over workers, and each worker boots a host of its own.

const waiting = { timeout: 600_000, intervals: [500] };
/** As Passdeck has it where nothing else is set. */
const trialSeconds = 60;
const interfaces = "/etc/network/interfaces";

/** The card that the browser reaches the host by, as the kernel names it. */
async function managementCard(lab: LabHost): Promise<string> {
  const placed = placeFunctions(lab.machine).find(({ function: { link } }) => link === "management");
  return lab.run("/bin/ls", `/sys/bus/pci/devices/${placed?.address}/net`);
}

/** The host's network as its kernel has it. */
async function networkOf(lab: LabHost) {
  const [addresses, routes] = await Promise.all([
    lab.run("/bin/ip", "-brief", "-4", "address"),
    lab.run("/bin/ip", "route"),
  ]);
  return { addresses: addresses.replaceAll(/ +$/gm, ""), routes };
}

/** Seconds since the host's kernel began, by its own clock. */
async function uptime(lab: LabHost): Promise<number> {
  return Number((await lab.read("/proc/uptime")).split(" ")[0]);
}

test("a new network over which the browser can't reach Passdeck gives way to the old one by itself", async ({
  person,
  lab,
}, info) => {
  test.setTimeout(1_200_000);
  const card = await managementCard(lab);
  const host = new HostNetworkPage(person);
  const before = { files: await hostFiles(lab), network: await networkOf(lab) };
  const text = await lab.runForBytes("/bin/cat", interfaces);
  expect(before.network.addresses).toContain("10.0.2.15/24");

  await host.open();
  // The DHCP server has another address for the host than the one that the browser knows.
  await host.planBridge(card, "dhcp");
  await expect(host.dialog).toContainText("Passdeck is not reached at the present one then");
  await person.picture(info.outputPath("1-plan"));
  const begun = await uptime(lab);
  await host.changeOver();
  await expect
    .poll(async () => (await networkOf(lab)).addresses, waiting)
    .toMatch(/^br0 +UP +10\.0\.2\.100\/24/m);
  expect((await networkOf(lab)).addresses).not.toContain("10.0.2.15/24");
  expect(await lab.run("/bin/ls", `/sys/class/net/br0/brif`)).toBe(card);
  await expect(host.trial).toContainText("Checking that this browser still reaches the host");
  await person.picture(info.outputPath("2-cut-off"));
  // It is live alone: a restart of the host would bring the old network.
  expect(await lab.runForBytes("/bin/cat", interfaces)).toEqual(text);

  await expect.poll(() => networkOf(lab), waiting).toEqual(before.network);
  expect((await uptime(lab)) - begun).toBeGreaterThanOrEqual(trialSeconds);
  expect(await host.outcome()).toContain("Nobody confirmed in time that the host can still be reached");
  await person.picture(info.outputPath("3-back"));
  await expect(host.row(card)).toContainText("10.0.2.15");
  expect(await lab.runForBytes("/bin/cat", interfaces)).toEqual(text);
  expect(await hostFiles(lab)).toEqual(before.files);
});

test("one over which it does is kept, and taken back to the byte", async ({ person, lab }) => {
  test.setTimeout(1_200_000);
  const card = await managementCard(lab);
  const host = new HostNetworkPage(person);
  const before = { files: await hostFiles(lab), network: await networkOf(lab) };

  await host.open();
  await host.planBridge(card, "fixed");
  await host.changeOver();
  expect(await host.outcome()).toContain("Done");
  expect((await networkOf(lab)).addresses).toMatch(/^br0 +UP +10\.0\.2\.15\/24/m);
  expect(await lab.read(interfaces)).toMatch(new RegExp(`^ +bridge_ports ${card}$`, "m"));

  await host.planToTakeBack("br0");
  await host.changeOver();
  expect(await host.outcome()).toContain("Done");
  expect(await networkOf(lab)).toEqual(before.network);
  expect(await hostFiles(lab)).toEqual(before.files);
});
