import { describe, expect, test } from "vitest";
import { parseDefinition, readDefinition } from "./definition";

const full = `<domain type='kvm' id='3' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>win11</name><title>The &lt;big&gt; one</title>
  <memory unit='GiB'>8</memory><currentMemory unit='KiB'>4194304</currentMemory>
  <vcpu placement='static' current='4'>8</vcpu>
  <os firmware='efi'><type arch='x86_64' machine='pc-q35-8.2'>hvm</type></os>
  <devices>
    <disk type='file' device='disk'><source file='/var/lib/a.qcow2'/><target dev='vda' bus='virtio'/></disk>
    <disk type='volume' device='disk'><source pool='fast' volume='b'/><target dev='vdb' bus='virtio'/></disk>
    <disk type='network' device='disk'><source protocol='rbd' name='rbd/c'/><target dev='vdc'/></disk>
    <disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>
    <interface type='network'><mac address='52:54:00:00:00:01'/><source network='default' bridge='virbr0'/><model type='virtio'/></interface>
    <interface type='user'><mac address='52:54:00:00:00:02'/></interface>
    <serial type='pty'/><console type='pty'/>
    <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0' state='connected'/></channel>
    <graphics type='vnc' port='-1'/>
    <hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/></source></hostdev>
    <hostdev mode='subsystem' type='pci' managed='yes'>
      <source><address domain='0x0000' bus='0x0a' slot='0x1f' function='0x7'/></source>
      <address type='pci' domain='0x0000' bus='0x09' slot='0x00' function='0x0'/>
    </hostdev>
  </devices>
</domain>`;

describe("reading a definition", () => {
  const definition = readDefinition(full);

  test("reads sizes in their units and the counts that are in force now", () => {
    expect(definition).toMatchObject({
      name: "win11",
      title: "The <big> one",
      vcpus: 4,
      memoryBytes: 4 * 2 ** 30,
      maximumMemoryBytes: 8 * 2 ** 30,
      firmware: "uefi",
      machine: "pc-q35-8.2",
      architecture: "x86_64",
    });
  });

  test("reads every kind of disk source, and an empty drive", () => {
    expect(definition.disks.map(({ target, source }) => [target, source])).toEqual([
      ["vda", "/var/lib/a.qcow2"],
      ["vdb", "fast/b"],
      ["vdc", "rbd/c"],
      ["sda", null],
    ]);
    expect(definition.disks[3]).toMatchObject({ device: "cdrom", bus: "sata", readOnly: true });
  });

  test("takes the host's address of a passed-through device, not the guest's, and no USB device", () => {
    expect(definition.passthrough).toEqual(["0000:0a:1f.7"]);
  });

  test("names what an interface hangs on", () => {
    expect(definition.interfaces.map(({ source, model }) => [source, model])).toEqual([
      ["network default", "virtio"],
      ["user", null],
    ]);
  });

  test("knows console, graphics and agent", () => {
    expect(definition).toMatchObject({ hasSerialConsole: true, graphics: ["vnc"], guestAgent: "connected" });
  });

  test("reads the barest definition", () => {
    expect(readDefinition("<domain><name>a</name></domain>")).toMatchObject({
      name: "a",
      vcpus: 1,
      memoryBytes: 0,
      firmware: "bios",
      disks: [],
      passthrough: [],
      hasSerialConsole: false,
      guestAgent: "none",
    });
  });

  test.each([
    ["a DOCTYPE", "<!DOCTYPE x [<!ENTITY a 'b'>]><domain/>", /DOCTYPE/],
    ["a cut text", "<domain><name>a</na", /well-formed/],
    ["no text", "", /well-formed/],
  ])("refuses %s", (_what, xml, message) => {
    expect(() => parseDefinition(xml)).toThrow(message);
  });
});
