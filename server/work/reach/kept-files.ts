import { RomStore } from "../../domain/rom/rom-store";
import type { Fleet } from "../../fleet/fleet";

/** Tells of a path whether it is in the folder of the VBIOS files and ACPI tables that Passdeck keeps for a host's VMs. */
export function keptForVms(fleet: Pick<Fleet, "host">, hostId: string): (path: string) => boolean {
  const files = fleet.host(hostId).machine.qemuFiles.value;
  if (files === null) return () => false;
  const folder = new RomStore(files).pathOf("");
  return (path) => path.startsWith(folder) && !path.slice(folder.length).includes("/");
}
