import type { TestInfo } from "@playwright/test";
import { HostBoot } from "@/e2e/lab/boot/host-boot";
import { hostFiles } from "@/e2e/lab/boot/host-files";
import { expect, test } from "@/e2e/lab/fixtures";
import type { LabHost } from "@/e2e/lab/host/lab-host";
import { CardPage } from "@/e2e/lab/pages/card-page";
import { makeFirstVm } from "@/e2e/lab/pages/first-vm";
import { HostPage } from "@/e2e/lab/pages/host-page";
import type { Person } from "@/e2e/lab/person";
import type { LabMachine } from "@/e2e/lab/topology/emulated-machine";
import { functionsOf } from "@/e2e/lab/topology/placement";

// All in one file: files are spread over workers, and each worker boots a host of its own.

const minute = 60_000;
const pages = 64;

/** The host as its kernel tells it: what the wish is about. */
async function standing(lab: LabHost, addresses: readonly string[]) {
  const bindings = await lab.bindings();
  return {
    drivers: addresses.map((address) => bindings[address]?.driver),
    pages: Number(await lab.read("/proc/sys/vm/nr_hugepages")),
    words: (await lab.read("/proc/cmdline")).split(" "),
  };
}

/** The card that is to go to VMs. */
function cardOf(machine: LabMachine): { card: string; addresses: string[]; ids: string[] } {
  const [topology] = machine.topologies;
  if (topology?.goes === undefined) throw new Error("this host has no card to reserve");
  const functions = functionsOf(machine, topology.letter, topology.goes);
  const addresses = functions.map(({ address }) => address);
  const ids = functions.flatMap(({ function: { identity } }) => identity?.id ?? []);
  return { card: addresses[0] ?? "", addresses, ids };
}

/** Takes a VM away by virsh, and the network that it had. */
async function withoutVm(lab: LabHost, name: string): Promise<void> {
  await lab.virsh("destroy", name);
  await lab.virsh("undefine", name);
  await lab.virsh("net-destroy", "default");
  await lab.virsh("net-autostart", "default", "--disable");
}

/** Without what libvirt keeps of VMs, their networks and pools. */
function besidesVms(files: readonly string[]): string[] {
  return files.filter((line) => !line.includes("/etc/libvirt/"));
}

const switches = ["Use the IOMMU (Intel VT-d)", "Translate for VMs alone"];
const words = ["intel_iommu=on", "iommu=pt"];
const bare = { drivers: ["bochs-drm", "snd_hda_intel"], pages: 0 };
const prepared = { drivers: ["vfio-pci", "vfio-pci"], pages };

test("a bare host is ready for a VM with a GPU, and bare again to the byte, by nothing but clicks", async ({
  person,
  lab,
  machine,
}, info) => {
  test.skip(machine.name !== "grub", "once is enough");
  test.setTimeout(90 * minute);
  const { card, addresses, ids } = cardOf(machine);
  const host = new HostPage(person);
  const picture = (name: string) => person.picture(info.outputPath(name));
  const before = { files: await hostFiles(lab), standing: await standing(lab, addresses) };
  expect(before.standing).toMatchObject(bare);

  await person.stage("choose and read the plan", async () => {
    await host.open();
    await picture("1-bare");
    await host.plan({ switches, card, pages }, false);
    await picture("2-plan");
    await expect(host.dialog).toContainText("+GRUB_CMDLINE_LINUX_DEFAULT");
    for (const word of [...words, `hugepages=${pages}`, card]) await expect(host.dialog).toContainText(word);
  });
  await person.stage("apply", () => host.carryOut("Apply"));
  await picture("3-applied");
  await person.stage("restart", async () =>
    expect(await restarted(lab, host, () => picture("4-restarting"))).toContain("started as planned"),
  );
  await picture("5-ready");

  await test.step("is ready: the page says of what, and so does the kernel", async () => {
    await host.latestIs("Verified");
    const findings = await host.findings();
    for (const about of [...words, `${pages} huge pages of 2M`, ...addresses])
      expect(findings).toContainEqual(expect.stringMatching(`^passed: ${escaped(about)}`));
    await expect(host.check("vfio-early-binding")).toContainText("bound to vfio-pci at every boot");
    const now = await standing(lab, addresses);
    expect(now).toMatchObject(prepared);
    expect(now.words).toEqual(expect.arrayContaining(words));
    expect(await otherDriversWords(lab, addresses)).toEqual([]);
  });
  await say(info, "bare to ready", person);

  await test.step("its first VM has the card", async () => {
    // The lab makes no device nodes for modules that are not loaded, by which they would be when one is opened.
    await lab.run("/sbin/modprobe", "tun");
    await person.stage("the first VM, with the card", () => makeFirstVm(person, "first", card));
    await picture("6-first-vm");
    expect(await lab.virsh("domstate", "first")).toBe("running");
    const devices = await lab.virsh("qemu-monitor-command", "first", "--hmp", "info pci");
    for (const id of ids) expect(devices).toContain(`PCI device ${id}`);
    await say(info, "bare to the first VM", person);
    await withoutVm(lab, "first");
  });

  await test.step("is taken back", async () => {
    await person.stage("take back", async () => {
      await host.open();
      await host.takeBack();
    });
    expect(besidesVms(await hostFiles(lab))).toEqual(besidesVms(before.files));
    await person.stage("restart", async () =>
      expect(await restarted(lab, host)).toContain("started as planned"),
    );
    await picture("7-taken-back");
    expect(await standing(lab, addresses)).toEqual(before.standing);
  });
});

test("what a bare host lacks is tried once, kept, and taken back to the byte", async ({
  person,
  lab,
  machine,
}, info) => {
  test.setTimeout(90 * minute);
  const { card, addresses } = cardOf(machine);
  const host = new HostPage(person);
  const before = { files: await hostFiles(lab), standing: await standing(lab, addresses) };
  expect(before.standing).toMatchObject(bare);
  expect(await otherDriversWords(lab, addresses)).not.toEqual([]);

  await test.step("is tried", async () => {
    await person.stage("try", async () => {
      await host.open();
      await host.plan({ switches, card, pages }, true);
      await host.carryOut("Try at the next start");
    });
    expect((await hostFiles(lab)).filter((line) => line.includes("/etc/"))).toEqual(
      before.files.filter((line) => line.includes("/etc/")),
    );
    await person.stage("restart into it", async () =>
      expect(await restarted(lab, host)).toContain("what was to be tried"),
    );
    const tried = await standing(lab, addresses);
    expect(tried).toMatchObject(prepared);
    expect(tried.words).toEqual(expect.arrayContaining([...words, "passdeck.trial=1"]));
    expect(await otherDriversWords(lab, addresses)).toEqual([]);
  });

  await test.step("is kept by Passdeck itself", async () => {
    await person.stage("kept by itself", () => host.latestIs("In force"));
    await person.stage("restart", async () =>
      expect(await restarted(lab, host)).toContain("started as planned"),
    );
    const kept = await standing(lab, addresses);
    expect(kept).toMatchObject(prepared);
    expect(kept.words).toEqual(expect.arrayContaining(words));
    expect(kept.words).not.toContain("passdeck.trial=1");
    expect(await otherDriversWords(lab, addresses)).toEqual([]);
    const opened = await CardPage.open(person.page, card);
    await expect(opened.verdict).toContainText("Ready");
  });

  await test.step("is taken back", async () => {
    await person.stage("take back", async () => {
      await host.open();
      await host.takeBack();
    });
    expect(await hostFiles(lab)).toEqual(before.files);
    await person.stage("last restart", async () =>
      expect(await restarted(lab, host)).toContain("started as planned"),
    );
    expect(await standing(lab, addresses)).toEqual(before.standing);
  });
  await say(info, "tried, kept, taken back", person);
});

/**
 * Restarts the host from its page.
 * @param meanwhile done while the page waits
 * @returns what the page says once the host is there again
 */
async function restarted(
  lab: LabHost,
  host: HostPage,
  meanwhile: () => Promise<void> = async () => {},
): Promise<string> {
  const bootId = await lab.bootId();
  await host.beginRestart();
  await meanwhile();
  const said = await host.hasReturned();
  await lab.bootedAgain(bootId);
  return said;
}

/** What it took so far, for who reads the run and for who compares runs. */
async function say(info: TestInfo, title: string, person: Person): Promise<void> {
  const table = person.table();
  console.log(`\n${info.project.name}, ${title}:\n\n${table}\n`);
  await info.attach(title, { body: table, contentType: "text/markdown" });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

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
