import type { HardwareMessage } from "../domain/hardware/hardware.schema";
import { readHardware } from "../domain/hardware/read-hardware";
import { AppError } from "../errors";
import { LiveDomain } from "../work/attach/live-domain";
import { oneAtATime } from "../work/one-at-a-time";
import type { Services } from "../work/services";
import { parseXml } from "../xml/xml";

interface VmReference {
  hostId: string;
  vmId: string;
}

/** Sends a VM's hardware to `sink`, now and whenever its definition or the machine changes. */
export function watchHardware(
  { fleet, definitions, usbPorts }: Pick<Services, "fleet" | "definitions" | "usbPorts">,
  { hostId, vmId }: VmReference,
  sink: (message: HardwareMessage) => void,
): () => void {
  const { id } = fleet.vm(hostId, vmId).summary;
  const domain = new LiveDomain(fleet, hostId, id);
  // What libvirt has no event for is found at the first look; from then on whoever tells of a change of a VM that is
  // off has read its saved definition already.
  let known: string | null = null;
  const read = async () => {
    const saved = known;
    return saved !== null && stateOf() === "off" ? { saved, live: null } : domain.describe();
  };
  const stateOf = () => fleet.findVm(hostId, id)?.summary.state;
  const problemOf = (port: string) => usbPorts.problemOf({ hostId, vmId: id }, port);
  const look = oneAtATime(async () => sink(await messageOf(read, problemOf)));
  look();
  let isFirst = true;
  const stops = [
    usbPorts.watch((changed) => {
      if (changed.hostId === hostId && changed.vmId === id) look();
    }),
    definitions.watch((changed) => {
      if (changed.hostId !== hostId || changed.vmId !== id) return;
      known = definitions.versions.latest(changed)?.xml ?? null;
      look();
    }),
    fleet.watch(({ vms }) => {
      // What is there at once may be older than what the first look finds.
      const changed = !isFirst && vms.some((vm) => vm.hostId === hostId && vm.id === id);
      isFirst = false;
      if (!changed) return;
      known = fleet.findVm(hostId, id)?.xml ?? null;
      look();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

async function messageOf(
  read: LiveDomain["describe"],
  problemOf: (port: string) => string | null,
): Promise<HardwareMessage> {
  try {
    const { saved, live } = await read();
    const hardware = readHardware(parseXml(saved), live === null ? null : parseXml(live));
    const usbPorts = hardware.usbPorts.map((one) => ({ ...one, problem: problemOf(one.port) }));
    return { hardware: { ...hardware, usbPorts } };
  } catch (error) {
    const known = error instanceof AppError;
    return { problem: known ? error.userMessage : "What libvirt answered could not be read." };
  }
}
