import type { AnsweredMachine } from "./answered-machine.schema";

interface Machine {
  firmware: { kind: string };
  disks: readonly { bus: string }[];
}

/** What answers have to know of a VM that is to be made. */
export function answeredMachine({ firmware, disks: [first] }: Machine): AnsweredMachine {
  return {
    uefi: firmware.kind !== "bios",
    disk: first === undefined || first.bus === "virtio" ? "vda" : "sda",
  };
}
