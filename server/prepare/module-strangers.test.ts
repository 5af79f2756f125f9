import { describe, expect, test } from "vitest";
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
