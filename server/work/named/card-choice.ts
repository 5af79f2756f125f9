import type { Fleet } from "../../fleet/fleet";
import { isActive, type VmRecord } from "../../fleet/read-vm";
import type { Jobs } from "../../job/jobs";
import { type Choice, chooseCards } from "../../pci/named/choose-cards";
import type { JudgedReport } from "../../pci/schema";
import { pciAddressSchema } from "../../units/pci-address.schema";
import { runningHolders } from "../host-report/running-holders";
import type { NamedDevices } from "./named-devices";

/** Where it is looked up what named devices stand for and what is free of it. */
export interface NamedRooms {
  fleet: Pick<Fleet, "vmsOf">;
  jobs: Pick<Jobs, "running" | "interrupted">;
  named: Pick<NamedDevices, "of">;
}

/**
 * Chooses the cards that a VM would be started with for the names that it asks for. It looks at what is known and does not
 * wait, so that what begins at once with the choice has it alone.
 * @param taken Addresses that are spoken for already, by who in words.
 */
export function choiceFor(
  rooms: NamedRooms,
  { summary, definition }: Pick<VmRecord, "summary" | "definition">,
  report: JudgedReport,
  taken: ReadonlyMap<string, string> = new Map(),
): Choice {
  const { hostId, id, name } = summary;
  const others = rooms.fleet.vmsOf(hostId).filter((vm) => vm.summary.id !== id);
  const heldBy = new Map([
    ...definition.passthrough.map((address): [string, string] => [address, `${name} itself, by its address`]),
    ...inHand(rooms.jobs, hostId),
    ...taken,
    ...[...runningHolders(others, report.carried)].map(([address, vm]): [string, string] => [
      address,
      `the running VM ${vm}`,
    ]),
  ]);
  return chooseCards(definition.namedDevices, rooms.named.of(hostId), { devices: report.devices, heldBy });
}

/** Devices that jobs work on, and which job does. */
function inHand(jobs: NamedRooms["jobs"], hostId: string): [string, string][] {
  return [...jobs.running(), ...jobs.interrupted()]
    .filter((job) => job.hostId === hostId)
    .flatMap(({ subjects, title }) =>
      subjects
        .filter((subject) => pciAddressSchema.safeParse(subject).success)
        .map((address): [string, string] => [address, `the job “${title}”`]),
    );
}

/** Whether a VM has to be given cards when it is started. */
export function asksForCards({ summary, definition }: Pick<VmRecord, "summary" | "definition">): boolean {
  // What was saved goes on as it was, which was without a card: libvirt saves no machine that has one.
  return definition.namedDevices.length > 0 && !summary.hasSavedState && !isActive(summary.state);
}
