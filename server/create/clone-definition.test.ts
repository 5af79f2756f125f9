import { expect, test } from "vitest";
import { markTemplate } from "../domain/template";
import { parseXml, serializeXml } from "../xml/xml";
import { type CloneRequest, cloneDefinition, diskFormats } from "./clone-definition";

const original = `<domain type='kvm'>
  <name>web</name>
  <uuid>6fb2ee3e-4a0c-4a65-9d0b-3a7a6d6d5e01</uuid>
  <genid>43dc0cf8-809b-4adb-9bea-a9abb5f3d90e</genid>
  <metadata><tool:note xmlns:tool='urn:tool'>keep</tool:note></metadata>
  <memory unit='KiB'>1048576</memory>
  <sysinfo type='smbios'>
    <system>
      <entry name='manufacturer'>Passdeck</entry>
      <entry name='uuid'>6fb2ee3e-4a0c-4a65-9d0b-3a7a6d6d5e01</entry>
    </system>
  </sysinfo>
  <os>
    <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
    <loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE_4M.fd</loader>
    <nvram template='/usr/share/OVMF/OVMF_VARS_4M.fd'>/var/lib/libvirt/qemu/nvram/web_VARS.fd</nvram>
  </os>
  <!-- by hand -->
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2' cache='none'/>
      <source file='/images/web.qcow2'/>
      <backingStore/>
      <target dev='vda' bus='virtio'/>
      <serial>abc</serial>
    </disk>
    <disk type='block' device='disk'>
      <driver name='qemu' type='raw'/>
      <source dev='/dev/vg/data'/>
      <target dev='vdb' bus='virtio'/>
    </disk>
    <disk type='file' device='cdrom'>
      <source file='/iso/debian.iso'/>
      <target dev='sda' bus='sata'/>
    </disk>
    <interface type='network'>
      <mac address='52:54:00:00:00:01'/>
      <source network='default'/>
    </interface>
    <channel type='unix'>
      <source mode='bind' path='/var/lib/libvirt/qemu/channel/target/domain-web/org.qemu.guest_agent.0'/>
      <target type='virtio' name='org.qemu.guest_agent.0'/>
    </channel>
  </devices>
</domain>
`;

const request = (part: Partial<CloneRequest> = {}): CloneRequest => ({
  name: "web-2",
  newIdentities: true,
  disks: new Map([
    ["vda", { how: "copy", pool: "default", volume: "web-2-vda.qcow2", format: "qcow2" }],
    ["vdb", { how: "none" }],
    ["sda", { how: "none" }],
  ]),
  ...part,
});

test("is another VM with disks of its own, and the same in all else", () => {
  expect(cloneDefinition(original, request())).toBe(`<domain type='kvm'>
  <name>web-2</name>
  <genid/>
  <metadata><tool:note xmlns:tool='urn:tool'>keep</tool:note></metadata>
  <memory unit='KiB'>1048576</memory>
  <sysinfo type='smbios'>
    <system>
      <entry name='manufacturer'>Passdeck</entry>
    </system>
  </sysinfo>
  <os>
    <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
    <loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE_4M.fd</loader>
    <nvram template='/usr/share/OVMF/OVMF_VARS_4M.fd'>/var/lib/libvirt/qemu/nvram/web-2_VARS.fd</nvram>
  </os>
  <!-- by hand -->
  <devices>
    <disk type='volume' device='disk'>
      <driver name='qemu' type='qcow2' cache='none'/>
      <source pool='default' volume='web-2-vda.qcow2'/>
      <target dev='vda' bus='virtio'/>
      <serial>abc</serial>
    </disk>
    <disk type='file' device='cdrom'>
      <target dev='sda' bus='sata'/>
    </disk>
    <interface type='network'>
      <source network='default'/>
    </interface>
    <channel type='unix'>
      <target type='virtio' name='org.qemu.guest_agent.0'/>
    </channel>
  </devices>
</domain>
`);
});

test("keeps addresses and generation where it is to stand in for the original", () => {
  const clone = cloneDefinition(original, request({ newIdentities: false, disks: new Map() }));
  expect(clone).toContain("<mac address='52:54:00:00:00:01'/>");
  expect(clone).toContain("<genid>43dc0cf8");
  expect(clone).toContain("<source file='/images/web.qcow2'/>");
  expect(clone).not.toContain("<uuid>");
});

test("is no template, though its original is one", () => {
  const document = parseXml(original);
  markTemplate(document, true);
  markTemplate(document, true);
  const template = serializeXml(document);
  expect(template).toContain("<passdeck:template/>");
  expect(cloneDefinition(template, request())).toBe(cloneDefinition(original, request()));
  markTemplate(document, false);
  markTemplate(document, false);
  expect(serializeXml(document)).toBe(original);
});

test("knows its disks' formats", () => {
  expect([...diskFormats(original)]).toEqual([
    ["vda", "qcow2"],
    ["vdb", "raw"],
    ["sda", "raw"],
  ]);
});
