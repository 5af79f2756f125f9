import { parsePciAddress, pciAddressText } from "../units/pci-address.schema";
import { figure, most } from "./figure";
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

/**
 * The GPUs of what {@link nvidiaCommand} wrote: percent, MiB, degrees Celsius and watts, "[N/A]" of what the card does not tell.
 * Pure.
 * @returns with what stands on its other lines, which is what nvidia-smi has to complain of.
 */
export function nvidiaGpus(output: string): { gpus: GuestGpu[]; rest: string } {
  const lines = output.split("\n").map((line) => ({ line, gpu: gpuOf(line) }));
  return {
    gpus: lines.flatMap(({ gpu }) => gpu ?? []),
    rest: lines.flatMap(({ line, gpu }) => (gpu === null ? line : [])).join(" "),
  };
}

function gpuOf(line: string): GuestGpu | null {
  const parts = line.split(",").map((part) => part.trim());
  // A name has commas at the most.
  const [busId, busy, used, total, celsius, watts] = parts.slice(-6);
  const address = addressOf(busId ?? "");
  if (address === null) return null;
  return {
    name: shownText(parts.slice(0, -6).join(", ")),
    address,
    busy: figure(busy, 1 / 100, most.share),
    usedBytes: figure(used, mebibyte, most.bytes),
    totalBytes: figure(total, mebibyte, most.bytes),
    celsius: figure(celsius, 1, most.celsius),
    watts: figure(watts, 1, most.watts),
  };
}

/** It writes eight digits of the domain. */
function addressOf(busId: string): string | null {
  const address = parsePciAddress(busId);
  return address && pciAddressText(address);
}
