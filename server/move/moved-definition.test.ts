import { expect, test } from "vitest";
import { disksOnTheMove } from "./disks";
import { movedDefinition } from "./moved-definition";
import { filesNamedBeside } from "./named-files";

const xml = `<domain type='kvm'><name>web</name><os><type>hvm</type><kernel>/boot/vmlinuz</kernel><loader type='pflash'>/usr/share/OVMF/CODE.fd</loader></os><devices>
<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/a/web.qcow2' index='1'/><backingStore type='file'><format type='qcow2'/><source file='/a/base.qcow2'/></backingStore><target dev='vda'/></disk>
<disk type='volume' device='disk'><driver type='raw'/><source pool='fast' volume='data'/><target dev='vdb'/></disk>
<disk type='file' device='cdrom'><source file='/iso/debian.iso'/><target dev='sda'/><readonly/></disk>
<disk type='file' device='cdrom'><target dev='sdb'/><readonly/></disk>
<disk type='network' device='disk'><source protocol='rbd' name='pool/image'/><target dev='vdc'/></disk>
<filesystem type='mount'><source dir='/srv/shared'/><target dir='x'/></filesystem>
</devices></domain>`;

test("disks that were copied name their file there, without what they were built on; others stay as they are", () => {
  const moved = movedDefinition(xml, [
    { target: "vda", path: "/b/web.qcow2" },
    { target: "vdb", path: "/b/data" },
  ]);
  expect(disksOnTheMove(moved).map(({ target, place }) => [target, place])).toEqual([
    ["vda", { path: "/b/web.qcow2" }],
    ["vdb", { path: "/b/data" }],
    ["sda", { path: "/iso/debian.iso" }],
    ["vdc", null],
  ]);
  expect(moved).not.toContain("base.qcow2");
  expect(movedDefinition(xml, [])).toBe(xml);
});

test("disks are read with their formats, and media told apart; empty drives are none", () => {
  expect(disksOnTheMove(xml)).toEqual([
    { target: "vda", format: "qcow2", readOnly: false, isMedium: false, place: { path: "/a/web.qcow2" } },
    {
      target: "vdb",
      format: "raw",
      readOnly: false,
      isMedium: false,
      place: { pool: "fast", volume: "data" },
    },
    { target: "sda", format: "raw", readOnly: true, isMedium: true, place: { path: "/iso/debian.iso" } },
    { target: "vdc", format: "raw", readOnly: false, isMedium: false, place: null },
  ]);
});

test("files that the definition names besides are known", () => {
  expect(filesNamedBeside(xml)).toEqual(["/boot/vmlinuz", "/usr/share/OVMF/CODE.fd", "/srv/shared"]);
});
