import type { Fleet } from "../../fleet/fleet";
import type { CallerAddresses } from "../../host/caller-addresses";
import { holderOf, statesOf } from "../../pci/named/choose-cards";
import type { NamedDevice, NamedDeviceView } from "../../pci/named/named-device.schema";
import type { JudgedReport } from "../../pci/schema";
import type { DefinitionHistory } from "../definition/definition-history";
import { watchJudgedHardware } from "../host-report/judged-hardware";
import { runningHolders } from "../host-report/running-holders";
import { type AskerRooms, askersOn } from "./askers";
import type { NamedDevices } from "./named-devices";

interface WatchRooms extends AskerRooms {
  fleet: Fleet;
  named: NamedDevices;
  definitions: Pick<DefinitionHistory, "watch" | "versions">;
}

/**
 * Sends a host's named devices and how each of their cards stands, now and whenever that changes; null while the host's
 * devices can't be read.
 */
export function watchNamedDevices(
  rooms: WatchRooms,
  hostId: string,
  caller: CallerAddresses,
  sink: (devices: NamedDeviceView[] | null) => void,
): () => void {
  const { fleet, named, definitions } = rooms;
  let report: JudgedReport | null | undefined;
  let told = "";
  const tell = () => {
    if (report === undefined) return;
    const known = report;
    const views = known === null ? null : named.of(hostId).map((one) => viewOf(rooms, hostId, one, known));
    const text = JSON.stringify(views);
    if (text === told) return;
    told = text;
    sink(views);
  };
  const stops = [
    watchJudgedHardware(fleet, hostId, caller, (next) => {
      report = next;
      tell();
    }),
    named.watch((changed) => (changed === hostId ? tell() : undefined)),
    fleet.watch(tell),
    definitions.watch((changed) => (changed.hostId === hostId ? tell() : undefined)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function viewOf(
  rooms: AskerRooms,
  hostId: string,
  device: NamedDevice,
  { devices, carried }: JudgedReport,
): NamedDeviceView {
  const heldBy = runningHolders(rooms.fleet.vmsOf(hostId), carried);
  const states = statesOf(device, devices);
  return {
    ...device,
    members: device.members.map((member, place) => {
      const { device: there = null, ...state } = states[place] ?? noState(member.address);
      return { ...member, ...state, heldBy: there === null ? null : holderOf(there, heldBy) };
    }),
    askedBy: askersOn(rooms, hostId).flatMap(({ vmId, name, asks }) =>
      asks.includes(device.name) ? { vmId, name } : [],
    ),
  };
}

function noState(now: string) {
  return { state: "gone", now, verdict: null, problem: null, device: null } as const;
}
