import { expect, test } from "vitest";
import { treeOfEntries } from "../tree.test-data";
import { loadOption, variableOf } from "./efi.test-data";
import { readEfiEntry } from "./efi-entry";
import { globalVariable } from "./efi-variables";
import { readEfiBoot, readEfiEntryNow } from "./read-efi-boot";

const disk = "8f5e9651-46b8-ef4e-a2b4-b391a2ac75d4";
const line = "root=UUID=1 rw quiet initrd=\\amd-ucode.img initrd=\\initramfs-linux.img";

/** Boot0001 as efibootmgr 17 of Debian 12 wrote it for these options, with a disk that has a GPT, into efivarfs. */
const written = Buffer.from(
  [
    "07000000010000005000",
    "410072006300680020004c0069006e007500780000",
    "0004012a00010000000008000000000000002003000000000051965e8fb8464eefa2b4b391a2ac75d40202",
    "040422005c0076006d006c0069006e0075007a002d006c0069006e007500780000007fff0400",
    Buffer.from(line, "utf16le").toString("hex"),
  ].join(""),
  "hex",
);

test("an entry is read as efibootmgr writes it", () => {
  const entry = { number: "0001", label: "Arch Linux", partition: disk, file: "\\vmlinuz-linux", line };
  expect(readEfiEntry("0001", written)).toEqual(entry);
  expect(Buffer.from(loadOption(entry)).toString("hex")).toBe(written.toString("hex"));
});

test("what is cut short, or starts no file, is no entry of a file", () => {
  for (let length = 0; length < 100; length++)
    expect(() => readEfiEntry("0001", written.subarray(0, length))).not.toThrow();
  expect(readEfiEntry("0001", written.subarray(0, 20))).toBeNull();
  const none = { number: "0002", label: "Network", partition: null, file: null, line: "" };
  expect(readEfiEntry("0002", loadOption(none))).toEqual(none);
});

test("the firmware's order, what it started, and the partitions that it can read", async () => {
  const tree = await treeOfEntries([
    { kind: "file", path: globalVariable("BootOrder"), text: variableOf(1, 0, 0x1a) },
    { kind: "file", path: globalVariable("BootCurrent"), text: variableOf(1) },
    { kind: "file", path: globalVariable("Boot0001"), text: written },
    { kind: "file", path: "usr/bin/efibootmgr", text: "" },
    {
      kind: "file",
      path: "proc/self/mounts",
      text: "/dev/nvme0n1p2 / ext4 rw 0 0\n/dev/nvme0n1p1 /efi vfat rw 0 0\n",
    },
    { kind: "link", path: `dev/disk/by-partuuid/${disk}`, target: "../../nvme0n1p1" },
    {
      kind: "link",
      path: "sys/class/block/nvme0n1p1",
      target: "../../devices/pci0000:00/0000:00:1d.0/nvme/nvme0/nvme0n1/nvme0n1p1",
    },
    {
      kind: "file",
      path: "sys/devices/pci0000:00/0000:00:1d.0/nvme/nvme0/nvme0n1/nvme0n1p1/partition",
      text: "1\n",
    },
  ]);
  expect(await readEfiBoot(tree)).toMatchObject({
    order: ["0001", "0000", "001A"],
    current: "0001",
    entries: [{ number: "0001", file: "\\vmlinuz-linux" }],
    partitions: [{ id: disk, disk: "/dev/nvme0n1", number: 1, mount: "efi" }],
    hasProgram: true,
    secureBoot: null,
  });
  expect(await readEfiEntryNow(tree, "0001")).toMatchObject({ label: "Arch Linux" });
  expect(await readEfiEntryNow(tree, "0002")).toBeNull();
});
