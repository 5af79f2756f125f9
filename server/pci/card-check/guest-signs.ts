import type { HostTree } from "../../host/host-tree";
import { devicesFolder } from "../raw-device";

/** How far a guest has come with a device that it was given, as the host can see it. */
export const signs = ["none", "decoding", "mastering", "interrupts"] as const;
/**
 * `decoding`: its firmware or kernel switched the device's memory on; `mastering`: something in it lets the device
 * reach memory by itself; `interrupts`: a driver has asked for the device's interrupts.
 */
export type Sign = (typeof signs)[number];

/** Command register: PCI Local Bus Specification 3.0, section 6.2.2. */
const commandOffset = 4;
const memorySpace = 0x2;
const busMaster = 0x4;

/**
 * Reads how far a guest has come with each of the devices. vfio-pci hands the command register on to the hardware
 * (drivers/vfio/pci/vfio_pci_config.c) and names the
 * message-signalled interrupts that a driver asks for after the device. (Its INTx line QEMU asks for itself.)
 */
export async function readGuestSigns(
  tree: HostTree,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Sign>> {
  const interrupts = (await tree.readText("proc/interrupts")) ?? "";
  const signsOf = async (address: string): Promise<[string, Sign]> => {
    if (interrupts.includes(`](${address})`)) return [address, "interrupts"];
    return [address, signOfCommand(await tree.readBytes(`${devicesFolder}/${address}/config`))];
  };
  return new Map(await Promise.all(addresses.map(signsOf)));
}

function signOfCommand(config: Uint8Array | null): Sign {
  const command =
    config === null ? 0xffff : (config[commandOffset] ?? 0xff) | ((config[commandOffset + 1] ?? 0xff) << 8);
  // All ones: the device does not answer any more.
  if (command === 0xffff) return "none";
  if ((command & busMaster) !== 0) return "mastering";
  return (command & memorySpace) === 0 ? "none" : "decoding";
}

/** Whether a device answers its host: the configuration space of one that hangs or fell off reads as all ones. */
export async function answersHost(tree: HostTree, address: string): Promise<boolean> {
  const config = await tree.readBytes(`${devicesFolder}/${address}/config`);
  return config !== null && (config[0] !== 0xff || config[1] !== 0xff);
}

/** Whether `sign` tells at least as much as `wanted`. */
export function reaches(sign: Sign, wanted: Sign): boolean {
  return signs.indexOf(sign) >= signs.indexOf(wanted);
}
