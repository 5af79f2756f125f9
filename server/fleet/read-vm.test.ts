import { expect, test } from "vitest";
import { buildRecord } from "./read-vm";

const facts = {
  state: "off",
  persistent: true,
  autostart: false,
  hasSavedState: false,
  addresses: [],
  balloonBytes: null,
} as const;
const handle = { name: "vm", uuid: Buffer.alloc(16, 1), id: -1 };
const pci = `<hostdev mode="subsystem" type="pci"><source><address domain="0" bus="1" slot="0" function="0"/></source></hostdev>`;
const mediated = `<hostdev mode="subsystem" type="mdev" model="vfio-pci"><source><address uuid="c2177883-f1bb-47f0-914d-32a22e3a8804"/></source></hostdev>`;
const usb = `<hostdev mode="subsystem" type="usb"><source><vendor id="0x046d"/><product id="0xc52b"/></source></hostdev>`;
const named = `<passdeck:vm xmlns:passdeck="urn:passdeck:vm:1"><passdeck:named-device name="any GPU"/></passdeck:vm>`;

test.each([
  ["a PCI function", pci, "", true],
  ["a mediated device", mediated, "", true],
  ["a named device", "", named, true],
  ["a USB device", usb, "", false],
  ["nothing of the host", "", "", false],
])("a VM with %s may have a GPU of the host, or not", (_what, devices, notes, expected) => {
  const xml = `<domain><name>vm</name><metadata>${notes}</metadata><devices>${devices}</devices></domain>`;
  const { summary } = buildRecord("local", handle, { xml }, { ...facts, addresses: [] }, undefined);
  expect(summary.mayHaveGpu).toBe(expected);
  expect(summary.namedDevices).toEqual(notes === "" ? [] : ["any GPU"]);
});
