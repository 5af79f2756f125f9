import { expect, test } from "vitest";
import { buildRecord } from "../../fleet/read-vm";
import type { VmState } from "../../fleet/schema";
import { askersOn } from "./askers";

const hostId = "local";
const note =
  "<metadata><passdeck:vm xmlns:passdeck='urn:passdeck:vm:1'><passdeck:named-device name='any'/></passdeck:vm></metadata>";
const xmlOf = (name: string, asks: boolean) =>
  `<domain type='kvm'><name>${name}</name>${asks ? note : ""}<os><type arch='x86_64' machine='q35'>hvm</type></os></domain>`;

function vm(name: string, state: VmState, asks: boolean) {
  const handle = { name, uuid: new Uint8Array(16).fill(name.charCodeAt(0)), id: 1 };
  const facts = {
    state,
    persistent: true,
    autostart: false,
    hasSavedState: false,
    addresses: [],
    balloonBytes: null,
  };
  return buildRecord(hostId, handle, { xml: xmlOf(name, asks) }, facts, undefined);
}

test("who asks is told by what is saved, also of a VM that runs since before it was", () => {
  const vms = [
    vm("a", "off", true),
    vm("b", "running", false),
    vm("c", "running", false),
    vm("d", "off", false),
  ];
  const later = vms[1]?.summary.id;
  const version = (xml: string) => ({ xml }) as never;
  const latest = ({ vmId }: { vmId: string }) => version(xmlOf("b", vmId === later));
  const askers = askersOn({ fleet: { vmsOf: () => vms }, definitions: { versions: { latest } } }, hostId);
  expect(askers.map(({ name, asks }) => [name, asks])).toEqual([
    ["a", ["any"]],
    ["b", ["any"]],
  ]);
});
