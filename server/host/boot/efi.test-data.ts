import type { TreeEntry } from "../tree-entries";
import type { EfiEntry } from "./efi-entry";
import { globalVariable } from "./efi-variables";

/** A variable of numbers: the attributes of what lasts (7), then two bytes each. */
export function variableOf(...numbers: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 + numbers.length * 2);
  bytes.writeUInt32LE(7);
  for (const [index, number] of numbers.entries()) bytes.writeUInt16LE(number, 4 + index * 2);
  return bytes;
}

/** An entry as efibootmgr writes it (UEFI 2.10, 3.1.3 and 10.3). */
export function loadOption({ label, partition, file, line }: EfiEntry): Uint8Array {
  const path = Buffer.concat([
    ...(partition === null ? [] : [partitionNode(partition)]),
    ...(file === null ? [] : [node(0x0404, utf16(`${file}\0`))]),
    node(0x7fff, Buffer.alloc(0)),
  ]);
  const head = Buffer.alloc(10);
  head.writeUInt32LE(7);
  head.writeUInt32LE(1, 4);
  head.writeUInt16LE(path.length, 8);
  return Buffer.concat([head, utf16(`${label}\0`), path, utf16(line)]);
}

function partitionNode(id: string): Buffer {
  const data = Buffer.alloc(38);
  data.writeUInt32LE(1);
  data.writeBigUInt64LE(0x800n, 4);
  data.writeBigUInt64LE(0x32000n, 12);
  const [one = "", two = "", three = "", ...rest] = id.split("-");
  const swapped = [one, two, three].map((part) => Buffer.from(part, "hex").reverse());
  Buffer.concat([...swapped, Buffer.from(rest.join(""), "hex")]).copy(data, 20);
  data.set([2, 2], 36);
  return node(0x0401, data);
}

function node(kind: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(kind);
  head.writeUInt16LE(4 + data.length, 2);
  return Buffer.concat([head, data]);
}

function utf16(text: string): Buffer {
  return Buffer.from(text, "utf16le");
}

export const espId = "8f5e9651-46b8-ef4e-a2b4-b391a2ac75d4";

interface EfiHost {
  /** What the firmware starts, in its order; all are on the EFI partition. */
  entries: readonly Pick<EfiEntry, "label" | "file" | "line">[];
  /** Of the entry that was started, from 0. */
  current?: number;
  /** Where the EFI partition is mounted; null: nowhere. */
  mount: string | null;
  secureBoot?: boolean;
}

/** What UEFI firmware and one NVMe disk with an EFI partition show of themselves. */
export function efiHost({ entries, current = 0, mount, secureBoot = false }: EfiHost): TreeEntry[] {
  const device = "sys/devices/pci0000:00/nvme/nvme0n1/nvme0n1p1";
  const variable = (name: string, text: Uint8Array): TreeEntry => ({
    kind: "file",
    path: globalVariable(name),
    text,
  });
  return [
    variable("BootOrder", variableOf(...entries.keys())),
    variable("BootCurrent", variableOf(current)),
    variable("SecureBoot", Buffer.from([6, 0, 0, 0, secureBoot ? 1 : 0])),
    ...entries.map((entry, index) => {
      const number = `000${index}`;
      return variable(`Boot${number}`, loadOption({ ...entry, number, partition: espId }));
    }),
    { kind: "file", path: "usr/bin/efibootmgr", text: "" },
    {
      kind: "file",
      path: "proc/self/mounts",
      text: `/dev/nvme0n1p2 / ext4 rw 0 0\n${mount === null ? "" : `/dev/nvme0n1p1 /${mount} vfat rw 0 0\n`}`,
    },
    { kind: "link", path: `dev/disk/by-partuuid/${espId}`, target: "../../nvme0n1p1" },
    { kind: "link", path: "sys/class/block/nvme0n1p1", target: `../../${device.slice(4)}` },
    { kind: "file", path: `${device}/partition`, text: "1\n" },
  ];
}
