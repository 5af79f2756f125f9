import { parsePciAddress, pciAddressText } from "../units/pci-address.schema";
import type { GuestGpu } from "./guest-gpu.schema";
import { shownText } from "./shown-text";

const fields = [
  "name",
  "pci.bus_id",
  "utilization.gpu",
  "memory.used",
  "memory.total",
  "temperature.gpu",
  "power.draw",
];
const mebibyte = 1024 ** 2;

/** What asks NVIDIA's driver, on Linux and on Windows. @see `nvidia-smi --help-query-gpu` */
export const nvidiaCommand = [
  "nvidia-smi",
  `--query-gpu=${fields.join(",")}`,
  "--format=csv,noheader,nounits",
] as const;

/** The GPUs of what {@link nvidiaCommand} wrote: percent, MiB, degrees Celsius and watts, "[N/A]" of what the card does not tell. Pure. */
export function nvidiaGpus(output: string): GuestGpu[] {
  return output.split("\n").flatMap((line) => {
    const parts = line.split(",").map((part) => part.trim());
    // A name has commas at the most.
    const [busId, busy, used, total, celsius, watts] = parts.slice(-6);
    const address = addressOf(busId ?? "");
    if (address === null) return [];
    return {
      name: shownText(parts.slice(0, -6).join(", ")),
      address,
      busy: scaled(busy, 1 / 100),
      usedBytes: scaled(used, mebibyte),
      totalBytes: scaled(total, mebibyte),
      celsius: scaled(celsius, 1),
      watts: scaled(watts, 1),
    };
  });
}

/** It writes eight digits of the domain. */
function addressOf(busId: string): string | null {
  const address = parsePciAddress(busId);
  return address && pciAddressText(address);
}

function scaled(text: string | undefined, factor: number): number | null {
  return /^\d+(\.\d+)?$/.test(text ?? "") ? Number(text) * factor : null;
}
