import { expect, test } from "vitest";
import { treeOf } from "../host/tree.test-data";
import { noLineChange } from "./kernel-line/line-change";
import { noModuleChange } from "./modules/plan/module-change";
import { planPrepare } from "./plan";
import { readPrepareHost } from "./read-prepare-host";

const truenas = {
  "etc/os-release": 'ID=debian\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n',
  "usr/bin/midclt": "",
  "proc/cmdline": "BOOT_IMAGE=/ROOT/25.04@/boot/vmlinuz root=ZFS=boot-pool/ROOT/25.04 quiet\n",
  "etc/default/grub": 'GRUB_CMDLINE_LINUX_DEFAULT="quiet"\n',
  "usr/sbin/mkinitramfs": "",
};

test("a managed system's kernel line is refused, with its own way", async () => {
  const host = await readPrepareHost(await treeOf(truenas), []);
  const { steps, commands, refused } = planPrepare(host, {
    line: { ...noLineChange, add: ["intel_iommu=on"], addIds: ["10de:1b80"] },
    modules: noModuleChange,
  });
  expect([steps, commands]).toEqual([[], []]);
  expect(refused?.reason).toMatch(/^TrueNAS makes its boot entries of its own settings/);
  expect(refused?.instead).toContain('{"kernel_extra_options":"intel_iommu=on vfio-pci.ids=10de:1b80"}');
});

test("so are files of its modules", async () => {
  const host = await readPrepareHost(await treeOf(truenas), []);
  const { steps, refused } = planPrepare(host, {
    line: noLineChange,
    modules: { ...noModuleChange, blacklist: { add: ["nouveau"], remove: [] } },
  });
  expect(steps).toEqual([]);
  expect(refused?.instead).toBe("Isolate the GPU under System, Advanced Settings, Isolated GPU Devices");
});
