import { expect, test } from "vitest";
import { filesAlong } from "./files-along";

const vm = { id: "c2177883-f1bb-47f0-914d-32a22e3a8804", name: "web" };
const domain = (os: string, devices = "") =>
  `<domain type='kvm'><name>web</name><os>${os}<type>hvm</type></os><devices>${devices}</devices></domain>`;
const rom = (file: string) => `<hostdev mode='subsystem' type='pci'><source/><rom file='${file}'/></hostdev>`;
const tpm = "<tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>";

test("a BIOS machine without a TPM has nothing beside its disks", () => {
  expect(filesAlong(domain(""), vm)).toEqual({ files: [], tpmFolder: null });
});

test("UEFI variables go along, where the definition says that they are", () => {
  const named = "<loader type='pflash'>/usr/share/OVMF.fd</loader><nvram>/srv/vars/odd.qcow2</nvram>";
  expect(filesAlong(domain(named), vm).files).toEqual([
    { what: "firmware variables", folder: "/srv/vars", name: "odd.qcow2", shared: false },
  ]);
});

test("and those that libvirt names by itself", () => {
  const xml = domain("").replace("<os>", "<os firmware='efi'>");
  expect(filesAlong(xml, vm).files).toEqual([
    {
      what: "firmware variables",
      folder: "/var/lib/libvirt/qemu/nvram",
      name: "web_VARS.fd",
      shared: false,
    },
  ]);
});

test("each ROM file goes along once, whatever card it is for", () => {
  const xml = domain("", `${rom("/roms/a.rom")}${rom("/roms/a.rom")}${rom("/roms/b.rom")}`);
  expect(filesAlong(xml, vm).files).toEqual([
    { what: "ROM file", folder: "/roms", name: "a.rom", shared: true },
    { what: "ROM file", folder: "/roms", name: "b.rom", shared: true },
  ]);
});

test("what an emulated TPM keeps goes along", () => {
  expect(filesAlong(domain("", tpm), vm).tpmFolder).toBe(`/var/lib/libvirt/swtpm/${vm.id}/tpm2`);
});
