import { readDefinition } from "../../domain/definition";
import type { Fleet } from "../../fleet/fleet";
import { isActive, type VmRecord } from "../../fleet/read-vm";
import type { DefinitionHistory } from "../definition/definition-history";

/** Where it is looked up which VMs ask for names. */
export interface AskerRooms {
  fleet: Pick<Fleet, "vmsOf">;
  definitions: { versions: Pick<DefinitionHistory["versions"], "latest"> };
}

/** A VM that asks for names. */
export interface Asker {
  vmId: string;
  name: string;
  asks: readonly string[];
}

/** The VMs of a host that ask for named devices, from their next start at the latest. */
export function askersOn(rooms: AskerRooms, hostId: string): Asker[] {
  return rooms.fleet.vmsOf(hostId).flatMap((vm): Asker[] => {
    const asks = [...vm.definition.namedDevices, ...savedMeanwhile(rooms, vm)];
    return asks.length === 0 ? [] : [{ vmId: vm.summary.id, name: vm.summary.name, asks }];
  });
}

/** A machine that runs does not tell of what was saved since. */
function savedMeanwhile({ definitions }: AskerRooms, { summary }: VmRecord): readonly string[] {
  if (!isActive(summary.state)) return [];
  const xml = definitions.versions.latest({ hostId: summary.hostId, vmId: summary.id })?.xml ?? "";
  return xml.includes("named-device") ? readDefinition(xml).namedDevices : [];
}
