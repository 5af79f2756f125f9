import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { need } from "../../host/ability";
import { temporaryFolder } from "../../host/tree.test-data";
import type { PciDevice } from "../../pci/schema";
import { reservedNow } from "./see-reservations";
import { card, GrubHost, grubText, menu } from "./testing/grub-host";
import { lookAt, PrepareRig } from "./testing/prepare-rig";

let host: GrubHost;
let rig: PrepareRig;

beforeEach(() => {
  host = new GrubHost();
  host.install();
  rig = new PrepareRig(host, temporaryFolder());
});

afterEach(() => {
  rig.close();
  host.remove();
});

const textOf = (path: string) => readFileSync(join(host.root, path), "utf8");
const idOfLatest = async () => (await rig.state()).changes[0]?.id ?? "";

describe("a change of the kernel's line", () => {
  test("writes the file, makes the menu of it, and is taken back byte for byte", async () => {
    const before = lookAt(host.root);
    const job = await rig.apply({ add: ["iommu=pt"] });
    expect(job).toMatchObject({
      state: "done",
      problem: null,
      report: expect.stringContaining("Generating grub"),
    });
    expect(textOf("etc/default/grub")).toBe(grubText.replace('"quiet"', '"quiet iommu=pt"'));
    expect(textOf("boot/grub/grub.cfg")).toBe(menu("quiet iommu=pt"));
    expect(await rig.undo(await idOfLatest())).toMatchObject({ state: "done", problem: null });
    expect(lookAt(host.root)).toEqual(before);
  });

  test("waits for the restart, and is verified after it", async () => {
    await rig.apply({ add: ["quiet", "iommu=pt"], remove: ["splash"] });
    expect(await rig.state()).toMatchObject({
      restartPending: true,
      changes: [{ state: "waiting", findings: [] }],
    });
    host.restart("quiet iommu=pt");
    host.folder("sys/kernel/iommu_groups/0");
    const { restartPending, changes } = await rig.state();
    expect(restartPending).toBe(false);
    expect(changes[0]?.findings.map(({ what, status }) => [what, status])).toEqual([
      ["quiet on the kernel’s line", "pass"],
      ["iommu=pt on the kernel’s line", "pass"],
      ["splash gone from the kernel’s line", "pass"],
      ["IOMMU groups", "pass"],
    ]);
    expect(changes[0]?.state).toBe("verified");
    expect((await rig.state()).changes[0]).toEqual(changes[0]);
  });

  test("says what is missing after a restart, and why", async () => {
    await rig.apply({ add: ["iommu=pt"], vfioAddresses: [card], hugePages: { size: "1G", count: 4 } });
    host.restart("quiet");
    const [change] = (await rig.state()).changes;
    expect(change?.state).toBe("incomplete");
    expect(change?.findings.map(({ status, detail }) => `${status}: ${detail}`)).toEqual([
      expect.stringContaining("fail: The kernel was started without it. Another menu entry"),
      expect.stringContaining("fail: The kernel has none: turn VT-d"),
      expect.stringContaining("fail: No driver has it: vfio-pci was not loaded"),
      expect.stringContaining("fail: 0 are there"),
    ]);
  });
});

test("files of its own are made with their folders and modes, and go with them", async () => {
  const before = lookAt(host.root);
  expect(await rig.apply({ vfioAddresses: [card], softdeps: ["nvidia"] })).toMatchObject({ state: "done" });
  const made = Object.keys(lookAt(host.root)).filter((path) => !(path in before));
  expect(made).toContain("etc/initramfs-tools/scripts/init-top");
  expect(lookAt(host.root)["etc/initramfs-tools/scripts/init-top/00-passdeck-vfio"]).toMatch(/^100755 /);
  expect(textOf("boot/initrd.img-6.1.0")).toContain(card);
  expect(await rig.undo(await idOfLatest())).toMatchObject({ state: "done", problem: null });
  expect(lookAt(host.root)).toEqual(before);
});

test("a program that fails has everything put back, and says its last words", async () => {
  const planned = await rig.plan({ add: ["iommu=pt"], softdeps: ["nvidia"] });
  host.write("broken-initramfs", "");
  const before = lookAt(host.root);
  expect(await rig.carryOut(planned)).toMatchObject({
    state: "undone",
    problem: expect.stringContaining("update-initramfs -u -k all ended with status 2: mkinitramfs: no space"),
  });
  expect(lookAt(host.root)).toEqual(before);
  expect((await rig.state()).changes).toEqual([]);
});

test("where the program fails with the old files as well, it is said, and everything else is put back", async () => {
  const planned = await rig.plan({ add: ["iommu=pt"], softdeps: ["nvidia"] });
  host.write("broken-grub", "");
  const before = lookAt(host.root);
  const job = await rig.carryOut(planned);
  expect(job).toMatchObject({
    state: "failed",
    problem: expect.stringContaining("could not be undone: update-grub"),
  });
  expect(lookAt(host.root)).toEqual(before);
});

test("the desktop is turned off, which is told, verified and taken back", async () => {
  host.link("etc/systemd/system/display-manager.service", "/usr/lib/systemd/system/gdm.service");
  host.write("run/systemd/sessions/2", "USER=ada\nCLASS=user\nTYPE=wayland\n");
  const before = lookAt(host.root);
  const planned = await rig.plan({ target: "multi-user" });
  expect(planned.plan.warnings.join()).toMatch(/ada is signed in at the desktop.*gdm shows no sign-in/);
  expect(await rig.carryOut(planned)).toMatchObject({ state: "done", problem: null });
  const link = "etc/systemd/system/default.target";
  expect(lookAt(host.root)[link]).toContain("multi-user.target");
  expect((await rig.plan({ target: "multi-user" })).plan.refusal).toContain("this way already");
  host.restart("quiet");
  const [change] = (await rig.state()).changes;
  expect(change?.findings.at(-1)).toMatchObject({ what: "multi-user.target started", status: "pass" });
  expect(await rig.undo(change?.id ?? "")).toMatchObject({ state: "done", problem: null });
  expect(lookAt(host.root)[link]).toBe(before[link]);
});

test("a host that systemd does not start is told so", async () => {
  rmSync(join(host.root, "etc/systemd/system/default.target"));
  expect((await rig.plan({ target: "multi-user" })).plan.refusal).toContain("no default target");
});

describe("a change that is tried once", () => {
  const wish = { add: ["iommu=pt"], vfioAddresses: [card] };
  const started = "quiet iommu=pt passdeck.trial=1";
  const driver = `sys/bus/pci/devices/${card}/driver`;

  test("leaves the host's own way as it is, and goes without a trace", async () => {
    const before = lookAt(host.root);
    expect(await rig.carryOut(await rig.plan(wish, "trial"))).toMatchObject({ state: "done", problem: null });
    expect(textOf("etc/default/grub")).toBe(grubText);
    expect(textOf("boot/grub/grub.cfg")).toBe(menu("quiet"));
    expect(textOf("boot/grub/custom.cfg")).toContain(started);
    expect(textOf("boot/grub/grubenv")).toBe("next_entry=passdeck-trial\n");
    expect(textOf("boot/passdeck-trial.img")).toContain(card);
    expect((await rig.state()).changes[0]).toMatchObject({ state: "waiting", trial: true });
    expect(await rig.undo(await idOfLatest())).toMatchObject({ state: "done", problem: null });
    expect(lookAt(host.root)).toEqual(before);
  });

  test("is kept once the host has come up by it", async () => {
    await rig.carryOut(await rig.plan(wish, "trial"));
    const id = await idOfLatest();
    host.restart(started);
    host.link(driver, "../../../../bus/pci/drivers/vfio-pci");
    host.folder("sys/kernel/iommu_groups/0");
    expect((await rig.state()).changes[0]).toMatchObject({ id, state: "tried" });
    expect(await rig.carryOut(await rig.planKeep(id))).toMatchObject({ state: "done", problem: null });
    const now = lookAt(host.root);
    for (const path of ["boot/grub/custom.cfg", "boot/passdeck-trial.img", "var/lib/passdeck-trial"])
      expect(now).not.toHaveProperty([path]);
    expect(textOf("etc/default/grub")).toBe(grubText.replace('"quiet"', '"quiet iommu=pt"'));
    expect(textOf("boot/initrd.img-6.1.0")).toContain(card);
    const { changes } = await rig.state();
    expect(changes.map(({ state }) => state)).toEqual(["running", "kept"]);
    const kept = changes[0]?.id ?? "";
    expect(await rig.undo(kept)).toMatchObject({ state: "done", problem: null });
    expect(textOf("etc/default/grub")).toBe(grubText);
    expect(lookAt(host.root)).not.toHaveProperty(["boot/grub/custom.cfg"]);
  });

  test("that the host has not come up by is told, and is not kept as a matter of course", async () => {
    await rig.carryOut(await rig.plan(wish, "trial"));
    host.restart("quiet");
    const [change] = (await rig.state()).changes;
    expect(change?.state).toBe("incomplete");
    expect(change?.findings[0]).toMatchObject({
      status: "fail",
      detail: expect.stringContaining("The host started the old way"),
    });
  });

  test("leaves nothing behind where it can't be built", async () => {
    const planned = await rig.plan(wish, "trial");
    host.write("broken-mkinitramfs", "");
    const before = lookAt(host.root);
    expect(await rig.carryOut(planned)).toMatchObject({ state: "undone" });
    expect(lookAt(host.root)).toEqual(before);
  });
});

test("tells which devices are reserved now, and at the next start by what waits for it", async () => {
  const devices = [
    {
      address: card,
      driver: "nouveau",
      class: "030000",
      vendorId: "10de",
      deviceId: "2684",
      subsystem: null,
    },
  ];
  const reserved = () =>
    reservedNow(need(host.parts.files), devices as PciDevice[], rig.preparations.changesOf("local").all());
  expect(await reserved()).toEqual([]);
  await rig.apply({ addIds: ["10de:2684"] });
  expect(await reserved()).toEqual([{ address: card, now: false, nextStart: "the kernel command line" }]);
  await rig.undo(await rig.state().then(({ changes }) => changes[0]?.id ?? ""));
  expect(await reserved()).toEqual([]);
  await rig.apply({ vfioAddresses: [card] });
  const script = "/etc/initramfs-tools/scripts/init-top/00-passdeck-vfio";
  expect(await reserved()).toEqual([{ address: card, now: false, nextStart: script }]);
  await rig.apply({ returnAddresses: [card] });
  expect(await reserved()).toEqual([]);
  expect(textOf("boot/initrd.img-6.1.0")).not.toContain(card);
});

describe("what the next start would lose", () => {
  const wish = { add: ["iommu=pt"], vfioAddresses: [card], hugePages: { size: "1G", count: 4 } };
  const nextStart = async () => (await rig.state()).changes.map((change) => change.nextStart);

  test("is nothing as long as all of it stands, before and after the restart", async () => {
    await rig.apply(wish);
    expect(await nextStart()).toEqual([null]);
    host.restart("quiet iommu=pt default_hugepagesz=1G hugepagesz=1G hugepages=4");
    expect(await nextStart()).toEqual([null]);
  });

  test("is told by the files that were rewritten, and put there again byte for byte", async () => {
    await rig.apply(wish);
    host.restart("quiet iommu=pt default_hugepagesz=1G hugepagesz=1G hugepages=4");
    const before = lookAt(host.root);
    host.write("etc/default/grub", grubText);
    rmSync(join(host.root, "etc/initramfs-tools/scripts/init-top/00-passdeck-vfio"));
    const [lost] = await nextStart();
    expect(lost).toMatchObject({ unknown: null, files: expect.arrayContaining(["/etc/default/grub"]) });
    expect(lost?.files).toContain("/etc/initramfs-tools/scripts/init-top/00-passdeck-vfio");
    expect(await rig.apply(lost?.change ?? {})).toMatchObject({ state: "done", problem: null });
    expect(lookAt(host.root)).toEqual(before);
    expect(await nextStart()).toEqual([null, null]);
  });

  test("is not what a later change took off, or changed again", async () => {
    await rig.apply({ add: ["iommu=pt", "nohz_full=1"], hugePages: { size: "1G", count: 4 } });
    await rig.apply({ remove: ["iommu"], hugePages: { size: "1G", count: 2 } });
    expect(await nextStart()).toEqual([null, null]);
    host.write("etc/default/grub", grubText);
    const [later, earlier] = await nextStart();
    expect(later?.change).toMatchObject({ remove: ["iommu"], hugePages: { size: "1G", count: 2 } });
    expect(earlier?.change).toMatchObject({ add: ["nohz_full=1"], hugePages: null });
  });

  test("is nothing of what was taken back, or is tried once", async () => {
    await rig.apply({ add: ["iommu=pt"] });
    await rig.undo(await idOfLatest());
    await rig.carryOut(await rig.plan({ add: ["nohz_full=1"] }, "trial"));
    expect(await nextStart()).toEqual([null, null, null]);
  });

  test("can't be told where the running kernel was started by words that nobody knows of", async () => {
    await rig.apply({ add: ["iommu=pt"] });
    host.restart("quiet iommu=pt nomodeset");
    expect(await nextStart()).toEqual([null]);
    host.write("etc/default/grub", grubText);
    expect(await nextStart()).toMatchObject([{ files: [], unknown: expect.stringContaining("nomodeset") }]);
  });
});
