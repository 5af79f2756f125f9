import type { Who } from "../access/can";
import type { HardwareMessage } from "../domain/hardware/hardware.schema";
import type { Fleet } from "../fleet/fleet";
import { veilFor } from "./veil";

/** A VM's hardware as `who` may see it: what is wrong with it may name other VMs. */
export function veiledHardware(
  who: Who,
  fleet: Pick<Fleet, "vmSummaries">,
  message: HardwareMessage,
): HardwareMessage {
  const veil = veilFor(who, fleet);
  if ("problem" in message) return { problem: veil(message.problem) };
  const { hardware } = message;
  const usbPorts = hardware.usbPorts.map((port) => {
    return { ...port, problem: port.problem === null ? null : veil(port.problem) };
  });
  return { hardware: { ...hardware, usbPorts } };
}
