import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { aVm } from "@/components/fleet/sample.test-data";
import { libvirtWritten } from "@/server/domain/hardware/libvirt-written.test-data";
import { readHardware } from "@/server/domain/hardware/read-hardware";
import { parseXml } from "@/server/xml/xml";
import { BootPanel } from "./boot/boot-panel";
import { DevicePanel } from "./device-panel";
import { HardwareContext } from "./hardware-context";
import { HardwareList } from "./hardware-list";
import { deviceParts, machineParts, sectionsFor } from "./parts";
import { SectionPanel } from "./section-panel";

const hardware = readHardware(parseXml(libvirtWritten), null);

function shown(part: ReactNode, readOnly: string | null = null): string {
  const room = { vm: aVm(), choices: null, readOnly, propose: () => {} };
  return renderToStaticMarkup(<HardwareContext value={room}>{part}</HardwareContext>);
}

describe("the list", () => {
  test("names every part once, the devices with what they are told from others by", () => {
    const parts = [...machineParts(hardware), ...deviceParts(hardware)];
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
    expect(parts).toHaveLength(hardware.devices.length + hardware.sections.length + 3);
    const titles = parts.map(({ title, detail }) => [title, detail].filter(Boolean).join(" "));
    expect(titles).toContain("Disk vda, virtio, whole.qcow2");
    expect(titles).toContain("NIC 52:54:00:aa:bb:cc, network, default, virtio");
    expect(titles).toContain("PCI device 0000:01:00.0");
  });

  test("marks what is open, and is a choice on small screens", () => {
    const markup = shown(
      <HardwareList
        machine={machineParts(hardware)}
        devices={deviceParts(hardware)}
        open="cpu"
        onOpen={() => {}}
      />,
    );
    expect(markup.split('aria-current="true"')).toHaveLength(2);
    expect(markup).toContain('<option value="disk:vda">Disk: vda, virtio, whole.qcow2</option>');
  });
});

test.each(sectionsFor(hardware).map((section) => [section.id, section] as const))(
  "the form of %s has each of its fields, and nothing to apply yet",
  (_id, section) => {
    const markup = shown(<SectionPanel section={section} hardware={hardware} />);
    for (const { label, when } of section.fields) {
      if (when === undefined) expect(markup).toContain(`>${label.replace("'", "&#x27;")}</label>`);
    }
    expect(markup).toMatch(/<button[^>]*type="submit"[^>]*disabled=""[^>]*>Apply…/);
  },
);

test.each(hardware.devices.map((device) => [device.key, device] as const))(
  "the panel of %s is drawn",
  (_key, device) => {
    const markup = shown(<DevicePanel device={device} />);
    expect(markup).toMatch(device.kind === null ? /<pre/ : /<form/);
    if (device.fixed === null) expect(markup).toContain("Remove…");
    else expect(markup).not.toContain("Remove…");
  },
);

test("a device that can't be read says so, in the list and beside its XML", () => {
  const xml = "<domain><devices><hostdev type='pci'><source/></hostdev></devices></domain>";
  const odd = readHardware(parseXml(xml), null);
  expect(deviceParts(odd)).toMatchObject([{ title: "PCI device", detail: "can't be read" }]);
  const [device] = odd.devices;
  if (device === undefined) throw new Error("The definition has a device.");
  expect(shown(<DevicePanel device={device} />)).toContain("can&#x27;t be read: it has no address");
});

test("what a form has no choice for stays as it is", () => {
  const ceph = hardware.devices.find(({ key }) => key === "disk:vdb");
  if (ceph === undefined) throw new Error("The definition has no disk vdb.");
  expect(shown(<DevicePanel device={ceph} />)).toContain(
    '<option value="network" selected="">network (current)</option>',
  );
});

test("who may not change it is told so, and can set nothing", () => {
  const section = sectionsFor(hardware)[1];
  if (section === undefined) throw new Error("A machine has a CPU.");
  const markup = shown(<SectionPanel section={section} hardware={hardware} />, "Only an administrator may.");
  expect(markup).toContain("Only an administrator may.");
  for (const [control] of markup.matchAll(/<(input|select)[^>]*>/g)) expect(control).toContain("disabled");
});

test("the boot order is a list, the first at its top", () => {
  const markup = shown(<BootPanel boot={hardware.boot} devices={hardware.devices} />);
  expect(markup.indexOf("CD/DVD drive sda")).toBeLessThan(markup.indexOf("Disk vda"));
  expect(markup).toContain('aria-label="Boot from NIC 52:54:00:aa:bb:cc');
});
