import { expect, test } from "vitest";
import { checkEntries } from "./capture-checks";
import { readFurther } from "./checks/read-further";
import { treeOf, treeOfEntries } from "./tree.test-data";

const kernel = "6.12.0";
const asked = { groups: [1], devices: [] };
const files = {
  "var/log/dmesg": [
    `Linux version ${kernel} (anna@attic) #1 SMP`,
    "Kernel command line: root=UUID=aeae42e3 intel_iommu=on cryptdevice=secret",
    "e1000e 0000:00:19.0 eth0: (PCI Express:2.5GT/s:Width x1) 52:54:00:12:34:56",
    "DMAR: IOMMU enabled",
    "nouveau 0000:01:00.0: NVIDIA GM204 (124020a1)",
  ].join("\n"),
  "proc/iomem": "00000000-00000fff : Reserved\nf1000000-f17e8fff : BOOTFB\n",
  "proc/interrupts": "  24:  4711  0  IR-PCI-MSI-0000:00:1f.2  0-edge  ahci[0000:00:1f.2]\n",
  "etc/libvirt/qemu.conf":
    'spice_password = "secret"\nuser = "anna"\ncgroup_device_acl = [\n  "/dev/null",\n  "/dev/vfio/vfio"\n]\n',
  "sys/kernel/iommu_groups/1/reserved_regions": "0x1 0x2 direct\n",
  "sys/devices/system/node/node0/hugepages/hugepages-2048kB/nr_hugepages": "8\n",
  "etc/libvirt/passwd.db": "secret",
};

test("a record has what the checks read, line by line, and nothing of the owner", async () => {
  const read = await readFurther(await treeOf(files), kernel, asked);
  const entries = checkEntries(read, asked.groups);
  const text = JSON.stringify(entries);
  for (const secret of ["secret", "anna", "attic", "52:54:00", "aeae42e3", "f17e8fff", "4711"]) {
    expect(text, secret).not.toContain(secret);
  }
  const again = await readFurther(await treeOfEntries(entries), kernel, asked);
  const lineOf = (path: "var/log/dmesg" | "proc/iomem" | "etc/libvirt/qemu.conf", words: string) =>
    (again.first.text(path) ?? "").split("\n").findIndex((line) => line.includes(words)) + 1;
  expect(lineOf("var/log/dmesg", "DMAR: IOMMU enabled")).toBe(4);
  expect(lineOf("var/log/dmesg", "nouveau 0000:01:00.0")).toBe(5);
  expect(lineOf("proc/iomem", "BOOTFB")).toBe(2);
  expect(lineOf("etc/libvirt/qemu.conf", "/dev/vfio/vfio")).toBe(5);
  expect(again.nodes).toEqual([0]);
  expect(again.second.text("sys/kernel/iommu_groups/1/reserved_regions")).toBe("0x1 0x2 direct\n");
});

test("a record of a record is the record", async () => {
  const once = checkEntries(await readFurther(await treeOf(files), kernel, asked), asked.groups);
  const twice = checkEntries(await readFurther(await treeOfEntries(once), kernel, asked), asked.groups);
  expect(twice).toEqual(once);
});
