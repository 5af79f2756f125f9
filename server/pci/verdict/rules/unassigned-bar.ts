import type { BarFacts } from "../../facts.schema";
import type { PciDevice } from "../../schema";
import { type Rule, reason } from "../rule";
import { listed, named } from "../words";

/**
 * A memory window or port range that got no address. vfio-pci enables all of them, which the kernel refuses then
 * ("can't enable device: BAR 1 … not assigned", `pci_enable_resources` in drivers/pci/setup-res.c); the host's own
 * driver may do without.
 */
export const unassignedBar: Rule = ({ functions }) =>
  functions.flatMap((device) => {
    const bars = device.bars.filter(({ unassigned }) => unassigned === true);
    return bars.length === 0 ? [] : [withoutAddress(device, bars)];
  });

function withoutAddress(device: PciDevice, bars: readonly BarFacts[]) {
  const message = `The firmware left ${listed(bars, barText)} of ${named(device)} without an address, so vfio-pci can't enable it and no VM can start with it.`;
  const fix = bars.some(({ space }) => space === "memory")
    ? "Turn on “Above 4G decoding” in the firmware setup (with “CSM” off); if the firmware has no such setting, add pci=realloc to the kernel command line. Then reboot the host."
    : "Turn off devices that the host does not need in the firmware setup: ports for I/O have run out. Then reboot the host.";
  return reason("block", "bar-unassigned", [device], message, fix);
}

function barText({ index, bytes, space }: BarFacts): string {
  return `BAR ${index} (${sizeText(bytes)}${space === "port" ? " of ports" : ""})`;
}

const units = ["bytes", "KiB", "MiB", "GiB", "TiB"];

/** BARs are powers of two, so the largest unit that fits is whole. */
function sizeText(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  return `${bytes / 1024 ** power} ${units[power]}`;
}
