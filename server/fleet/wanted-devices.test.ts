import { expect, test } from "vitest";
import { deviceAttachments } from "./device-attachments";
import { buildRecord } from "./read-vm";
import { wantedDevices } from "./wanted-devices";

const address = (bus: number) => `<address domain='0x0000' bus='0x0${bus}' slot='0x00' function='0x0'/>`;
const xml = `<domain type='kvm'><name>a</name><devices>
  <hostdev mode='subsystem' type='pci' managed='yes'><source>${address(1)}</source></hostdev>
  <interface type='hostdev' managed='yes'><source>${address(2)}</source></interface>
  <disk type='nvme'><source type='pci' managed='no' namespace='1'>${address(3)}</source></disk>
</devices></domain>`;
const facts = {
  state: "running",
  persistent: true,
  autostart: false,
  hasSavedState: false,
  addresses: [],
  balloonBytes: null,
} as const;

test("the start check and the verdict know a device in whichever form it is handed over", () => {
  expect(wantedDevices(xml)).toEqual([
    { address: "0000:01:00.0", managed: true, identity: null },
    { address: "0000:02:00.0", managed: true, identity: null },
    { address: "0000:03:00.0", managed: false, identity: null },
  ]);
  const handle = { name: "a", uuid: new Uint8Array(16), id: 1 };
  const record = buildRecord("local", handle, { xml }, { ...facts, addresses: [] }, undefined);
  const holder = [{ vmName: "a", running: true }];
  expect([...deviceAttachments([record], [])]).toEqual([
    ["0000:01:00.0", holder],
    ["0000:02:00.0", holder],
    ["0000:03:00.0", holder],
  ]);
});
