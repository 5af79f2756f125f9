import { HostBoot } from "@/e2e/lab/boot/host-boot";
import { hostFiles } from "@/e2e/lab/boot/host-files";
import { expect, test } from "@/e2e/lab/fixtures";
import type { LabHost } from "@/e2e/lab/host/lab-host";
import { CardPage } from "@/e2e/lab/pages/card-page";
import { functionsOf } from "@/e2e/lab/topology/placement";

// All in one file: files are spread over workers, and each worker boots a host of its own.

const minute = 60_000;
const pages = 64;

/** What a bare host lacks for a guest with a GPU. */
function wishFor(addresses: readonly string[]) {
  return {
    add: ["intel_iommu=on", "iommu=pt"],
    vfioAddresses: [...addresses],
    hugePages: { size: "2M", count: pages },
  };
}

/** The host as its kernel tells it: what the wish is about. */
async function standing(lab: LabHost, addresses: readonly string[]) {
  const bindings = await lab.bindings();
  return {
    drivers: addresses.map((address) => bindings[address]?.driver),
    pages: Number(await lab.read("/proc/sys/vm/nr_hugepages")),
    words: (await lab.read("/proc/cmdline")).split(" "),
  };
}

test("what a bare host lacks is tried once, kept, and taken back to the byte", async ({
  page,
  lab,
  machine,
  times,
}) => {
  test.setTimeout(60 * minute);
  const [topology] = machine.topologies;
  if (topology?.goes === undefined) throw new Error("this host has no card to reserve");
  const addresses = functionsOf(machine, topology.letter, topology.goes).map(({ address }) => address);
  const boot = new HostBoot(lab, page, times);
  const before = { files: await hostFiles(lab), standing: await standing(lab, addresses) };
  expect(before.standing).toMatchObject({ drivers: ["bochs-drm", "snd_hda_intel"], pages: 0 });
  expect(await otherDriversWords(lab, addresses)).not.toEqual([]);

  await test.step("is tried", async () => {
    await boot.tryOnce(wishFor(addresses));
    await boot.restart();
    const tried = await standing(lab, addresses);
    expect(tried).toMatchObject({ drivers: ["vfio-pci", "vfio-pci"], pages });
    expect(tried.words).toEqual(expect.arrayContaining(["intel_iommu=on", "iommu=pt", "passdeck.trial=1"]));
    expect(await otherDriversWords(lab, addresses)).toEqual([]);
  });

  await test.step("is kept by Passdeck itself", async () => {
    await boot.hasKept();
    await boot.restart();
    expect(await boot.latest()).toMatchObject({ state: "verified" });
    const kept = await standing(lab, addresses);
    expect(kept).toMatchObject({ drivers: ["vfio-pci", "vfio-pci"], pages });
    expect(kept.words).toEqual(expect.arrayContaining(["intel_iommu=on", "iommu=pt"]));
    expect(kept.words).not.toContain("passdeck.trial=1");
    expect(await otherDriversWords(lab, addresses)).toEqual([]);
    const card = await CardPage.open(page, addresses[0] ?? "");
    await expect(card.verdict).toContainText("Ready");
  });

  await test.step("is taken back", async () => {
    await boot.takeBack();
    expect(await hostFiles(lab)).toEqual(before.files);
    await boot.restart();
    expect(await boot.latest()).toMatchObject({ state: "verified" });
    expect(await standing(lab, addresses)).toEqual(before.standing);
  });
});

/** What other drivers than vfio-pci have told of the devices since the host started: each that had one did. */
async function otherDriversWords(lab: LabHost, addresses: readonly string[]): Promise<string[]> {
  const lines = (await lab.run("/usr/bin/dmesg")).split("\n");
  const words = /bochs-drm|snd_hda_intel/;
  return lines.filter((line) => words.test(line) && addresses.some((address) => line.includes(address)));
}

test("a trial that hangs is gone once the host is reset", async ({ page, lab, times }) => {
  test.setTimeout(40 * minute);
  const boot = new HostBoot(lab, page, times);
  const words = (await lab.read("/proc/cmdline")).split(" ");
  const files = await hostFiles(lab);
  await boot.tryOnce({ add: ["rdinit=/nowhere"] });
  const bootId = await boot.beginRestart();
  await expect
    .poll(() => lab.kernelSays(), { timeout: 10 * minute, intervals: [1000] })
    .toContain("Kernel panic - not syncing: VFS: Unable to mount root fs");
  await lab.reset();
  await boot.hasStarted(bootId);
  expect((await lab.read("/proc/cmdline")).split(" ")).toEqual(words);
  const { state, findings } = await boot.latest();
  expect(state).toBe("incomplete");
  expect(findings[0]).toMatchObject({
    status: "fail",
    detail: expect.stringContaining("started the old way"),
  });
  await boot.takeBack();
  expect(await hostFiles(lab)).toEqual(files);
});
