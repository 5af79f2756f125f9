import type { DeviceModel, EmulatedFunction, LabMachine } from "./emulated-machine";
import { placeFunctions } from "./placement";

/** The models whose numbers can be changed, with the numbers by which the shim finds them in QEMU's memory. */
const ownIds: Readonly<Partial<Record<DeviceModel, string>>> = {
  "bochs-display": "1234:1111",
  VGA: "1234:1111",
  "intel-hda": "8086:2668",
  "qemu-xhci": "1b36:000d",
  "pci-testdev": "1b36:0005",
};

/** The name of the QEMU device model that a function is made by: QEMU's own, or one that the shim adds. */
export function modelFor({ model, identity }: EmulatedFunction): string {
  return identity === null ? model : `${model}-${identity.id.replace(":", "-")}`;
}

/**
 * The models that the shim shall add for a machine, one a line, for its environment variable LAB_PCI_MODELS:
 * "NAME PARENT PARENT'S-ID ID SUBSYSTEM CLASS".
 */
export function addedModels(machine: LabMachine): string {
  const lines = placeFunctions(machine).flatMap(({ function: placed }) => {
    const { model, identity } = placed;
    if (identity === null) return [];
    const ownId = ownIds[model];
    if (ownId === undefined) throw new Error(`the lab cannot give another identity to a ${model}`);
    const { id, subsystem, deviceClass } = identity;
    return [[modelFor(placed), model, ownId, id, subsystem, deviceClass].join(" ")];
  });
  return [...new Set(lines)].join("\n");
}
