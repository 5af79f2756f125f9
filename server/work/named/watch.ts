import type { Fleet } from "../../fleet/fleet";
import type { CallerAddresses } from "../../host/caller-addresses";
import { holderOf, statesOf } from "../../pci/named/choose-cards";
import type { NamedDevice, NamedDeviceView } from "../../pci/named/named-device.schema";
import type { JudgedReport } from "../../pci/schema";
import { watchJudgedHardware } from "../host-report/judged-hardware";
import { runningHolders } from "../host-report/running-holders";
import { askersOf } from "./card-choice";
import type { NamedDevices } from "./named-devices";

interface WatchRooms {
  fleet: Fleet;
  named: NamedDevices;
}

/**
 * Sends a host's named devices and how each of their cards stands, now and whenever that changes; null while the host's
 * devices can't be read.
 */
export function watchNamedDevices(
  { fleet, named }: WatchRooms,
  hostId: string,
  caller: CallerAddresses,
  sink: (devices: NamedDeviceView[] | null) => void,
): () => void {
  let report: JudgedReport | null | undefined;
  let told = "";
  const tell = () => {
    if (report === undefined) return;
    const known = report;
    const views = known === null ? null : named.of(hostId).map((one) => viewOf(fleet, hostId, one, known));
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
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function viewOf(
  fleet: Pick<Fleet, "vmsOf">,
  hostId: string,
  device: NamedDevice,
  { devices, carried }: JudgedReport,
): NamedDeviceView {
  const heldBy = runningHolders(fleet.vmsOf(hostId), carried);
  const states = statesOf(device, devices);
  return {
    ...device,
    members: device.members.map((member, place) => {
      const { device: there = null, ...state } = states[place] ?? noState(member.address);
      return { ...member, ...state, heldBy: there === null ? null : holderOf(there, heldBy) };
    }),
    askedBy: askersOf(fleet, hostId, device.name),
  };
}

function noState(now: string) {
  return { state: "gone", now, verdict: null, problem: null, device: null } as const;
}
