import { describe, expect, test } from "vitest";
import { treeOf } from "../host/tree.test-data";
import { noLineChange } from "./kernel-line/line-change";
import { noModuleChange } from "./modules/plan/module-change";
import { planPrepare } from "./plan";
import { readPrepareHost } from "./read-prepare-host";
import { carriedOut, type Files, planOf } from "./strangers.test-data";

/* Modules and huge pages on hosts as people have them. */

const arch = {
  "etc/os-release": "ID=arch\n",
  "usr/bin/mkinitcpio": "",
  "etc/default/grub": 'GRUB_CMDLINE_LINUX_DEFAULT="quiet"\n',
};
const debian = { ...arch, "etc/os-release": "ID=debian\n", "usr/sbin/mkinitramfs": "" };
const grub = (line: string) => ({ ...debian, "etc/default/grub": `GRUB_CMDLINE_LINUX_DEFAULT="${line}"\n` });

test("ids join those of a packaged file, which a list on the kernel's line would put out of force", async () => {
  const files = { ...debian, "usr/lib/modprobe.d/vfio.conf": "options vfio-pci ids=10de:1b80\n" };
  const { steps } = await planOf(files, { addIds: ["1002:67df"] });
  const after = "options vfio-pci ids=10de:1b80,1002:67df\n";
  expect(steps).toEqual([{ file: "/etc/modprobe.d/vfio.conf", before: null, after }]);
});

test("a packaged file whose only line goes is hidden by an empty one", async () => {
  const files = { ...debian, "usr/lib/modprobe.d/nvidia.conf": "blacklist nouveau\n" };
  const { steps } = await planOf(files, {}, { blacklist: { add: [], remove: ["nouveau"] } });
  expect(steps).toEqual([{ file: "/etc/modprobe.d/nvidia.conf", before: null, after: "" }]);
});

test("a module that is no longer blacklisted is not kept from loading by a program in its place", async () => {
  const path = "etc/modprobe.d/gpu.conf";
  const text = "install nouveau /bin/false\nblacklist nouveau\ninstall snd /sbin/modprobe -i snd\n";
  const plan = await planOf(
    { ...debian, [path]: text },
    {},
    { blacklist: { add: [], remove: ["nouveau", "snd"] } },
  );
  expect(carriedOut({}, plan)[path]).toBe("install snd /sbin/modprobe -i snd\n");
});

/* More files as people have them: what counts is changed, where it stands. */
test.each<[string, Files, Record<string, unknown>, Record<string, unknown>, string, string]>([
  [
    "ids in front of a comment that modprobe reads",
    { "etc/modprobe.d/v.conf": "options vfio-pci ids=10de:1b80 disable_vga=1\n" },
    { addIds: ["1002:67df"] },
    {},
    "etc/modprobe.d/v.conf",
    "options vfio-pci ids=10de:1b80,1002:67df disable_vga=1\n",
  ],
  [
    "ids on a continued line",
    { "etc/modprobe.d/v.conf": "options vfio-pci \\\n  ids=10de:1b80\n" },
    { addIds: ["1002:67df"] },
    {},
    "etc/modprobe.d/v.conf",
    "options vfio-pci \\\n  ids=10de:1b80,1002:67df\n",
  ],
  [
    "a list of several lines with a comment",
    {
      "usr/share/libalpm/hooks/90-mkinitcpio-install.hook": "",
      "etc/os-release": "ID=arch\n",
      "usr/sbin/mkinitramfs": "",
      "etc/mkinitcpio.conf": "MODULES=(\n  btrfs # root\n)\n",
    },
    {},
    { earlyModules: ["vfio_pci"] },
    "etc/mkinitcpio.conf",
    "MODULES=(\n  vfio_pci btrfs # root\n)\n",
  ],
  [
    "a key with a slash and a minus",
    {
      "etc/sysctl.conf": "-vm/nr_hugepages=10\n",
      "proc/meminfo": "MemTotal: 33554432 kB\nHugepagesize: 2048 kB\n",
    },
    { hugePages: { size: "2M", count: 20 } },
    {},
    "etc/sysctl.conf",
    "-vm/nr_hugepages=20\n",
  ],
  [
    "a device that driverctl has for another driver",
    { "etc/driverctl.d/pci-0000:01:00.0": "nouveau\n" },
    {},
    { overrides: new Map([["0000:01:00.0", "vfio-pci"]]) },
    "etc/driverctl.d/pci-0000:01:00.0",
    "vfio-pci\n",
  ],
])("%s", async (_name, files, line, modules, path, after) => {
  const all = { ...debian, ...files };
  const plan = await planOf(all, line, modules);
  expect(plan.refused).toBeNull();
  expect(carriedOut(all, plan)[path]).toBe(after);
});

describe("vfio-pci comes before the driver that would take a card", () => {
  const card = {
    "sys/bus/pci/devices/0000:01:00.0/vendor": "0x1002\n",
    "sys/bus/pci/devices/0000:01:00.0/device": "0x67df\n",
  };
  const late = { ...arch, "etc/mkinitcpio.conf": "MODULES=(amdgpu vfio_pci)\n" };
  const early = { earlyModules: ["vfio_pci"] };
  const modulesOf = async (files: Files, line: Record<string, unknown>) => {
    const host = await readPrepareHost(await treeOf({ ...late, ...card, ...files }), []);
    host.devices = { ...host.devices, modules: new Map([["0000:01:00.0", "amdgpu"]]) };
    const change = { line: { ...noLineChange, ...line }, modules: { ...noModuleChange, ...early } };
    return carriedOut(late, planPrepare(host, change))["etc/mkinitcpio.conf"];
  };
  const right = "MODULES=(vfio_pci amdgpu)\n";

  test("where its id goes onto the kernel's line", async () => {
    expect(await modulesOf({}, { addIds: ["1002:67df"] })).toBe(right);
  });

  test.each<[string, Files]>([
    ["the kernel's line", { ...grub("vfio-pci.ids=1002:67df"), "proc/cmdline": "vfio-pci.ids=1002:67df\n" }],
    ["modprobe.d", { "etc/modprobe.d/v.conf": "options vfio-pci ids=1002:67df\n" }],
  ])("where its id stands in %s", async (_, files) => {
    expect(await modulesOf(files, {})).toBe(right);
  });

  test("and not where the card is nobody's", async () => {
    expect(await modulesOf({}, {})).toBe(late["etc/mkinitcpio.conf"]);
  });
});

test.each([{ addIds: ["1002:67df"] }, { removeIds: ["10de:1b80"] }])(
  "ids that the initial RAM disk hands vfio-pci are not overruled in vain: %j",
  async (change) => {
    const files = { ...debian, "etc/initramfs-tools/modules": "vfio_pci ids=10de:1b80\n" };
    expect((await planOf(files, change)).refused?.reason).toContain("which modprobe puts last");
  },
);

test("pages that sysctl counts by the default size are no other ones after a start", async () => {
  const files = { ...grub("quiet"), "etc/sysctl.d/pages.conf": "vm.nr_hugepages=4096\n" };
  const { steps } = await planOf(files, { hugePages: { size: "1G", count: 8 } });
  expect(steps[0]?.after).toBe(grub("quiet hugepagesz=1G hugepages=8")["etc/default/grub"]);
});

test.each([
  ["etc/mkinitcpio.conf", "MODULES=(btrfs\n", /never closed/],
  ["etc/mkinitcpio.conf", "MODULES=()\r\n", /Windows line ends/],
])("%s that bash would not read is left alone: %j", async (path, text, reason) => {
  const plan = await planOf({ ...arch, [path]: text }, {}, { earlyModules: ["vfio_pci"] });
  expect(plan.refused?.reason).toMatch(reason);
});

describe("a preset's own configuration", () => {
  const preset = {
    "etc/mkinitcpio.d/linux.preset": 'ALL_config="/etc/own.conf"\n',
    "etc/mkinitcpio.conf": "MODULES=()\n",
  };

  test("is the one that is changed", async () => {
    const files: Files = { ...arch, ...preset, "etc/own.conf": "MODULES=(amdgpu)\n" };
    const plan = await planOf(files, {}, { earlyModules: ["vfio_pci"] });
    expect(carriedOut(files, plan)["etc/own.conf"]).toBe("MODULES=(vfio_pci amdgpu)\n");
  });

  test("is said where it can't be read", async () => {
    const { refused } = await planOf({ ...arch, ...preset }, {}, { earlyModules: ["vfio_pci"] });
    expect(refused?.reason).toBe("A preset of mkinitcpio's names /etc/own.conf, which can't be read.");
  });
});

test("Alpine's modules are loaded by its own parameter, not by dracut's", async () => {
  const files = { "etc/os-release": "ID=alpine\n", "sbin/mkinitfs": "" };
  const { refused } = await planOf(files, {}, { earlyModules: ["vfio_pci"] });
  expect(refused?.reason).toContain("modules=vfio_pci on the kernel's line");
});

/* hugetlbpage.rst: hugepages= counts by the size before it, and by the default size where none is. */
describe("huge pages of the default size are counted by the word that is there", () => {
  test.each([
    ["default_hugepagesz=1G hugepages=16", "1G", "default_hugepagesz=1G hugepages=8"],
    ["hugepages=16 default_hugepagesz=1G", "1G", "hugepages=8 default_hugepagesz=1G"],
    ["hugepages=512", "2M", "hugepages=8"],
    ["hugepages=512", "1G", "hugepages=512 hugepagesz=1G hugepages=8"],
  ])("%s and pages of %s", async (line, size, after) => {
    const { steps } = await planOf(grub(line), { hugePages: { size, count: 8 } });
    expect(steps[0]?.after).toBe(grub(after)["etc/default/grub"]);
  });
});
