import { logged } from "./boot-log";
import type { CheckedDevice, CheckSources } from "./check-sources";
import { isX86 } from "./cpu-flags";
import { type Finding, type HostCheck, lineChange, passed, unknown } from "./host-check";
import { inFirmware } from "./in-firmware";
import { addKernelParameters } from "./instructions";

/** Whether all memory windows of devices have an address; large ones need room above 4 GiB. */
export const above4G: HostCheck = {
  id: "above-4g",
  group: "cards",
  title: "Addresses for cards (Above 4G)",
  why: "A card whose memory window has no address works neither here nor in a VM; large ones fit above 4 GiB only.",
  look: windowsPlaced,
};

function windowsPlaced(sources: CheckSources): Finding {
  const windows = sources.devices.flatMap(({ bars }) => bars.filter(({ space }) => space === "memory"));
  if (windows.length === 0) return unknown("Not looked at: the host tells no device's memory windows.");
  const without = sources.devices.filter(hasNoAddress);
  if (without.length === 0) {
    const largest = Math.max(...windows.map(({ bytes }) => bytes));
    return passed(
      `All ${windows.length} memory windows have an address, the largest with ${inWords(largest)}.`,
    );
  }
  const isGpu = without.some((device) => device.class.startsWith("03"));
  const otherwise = "Turn on “Above 4G Decoding” in the firmware setup (and there CSM off).";
  const firmware = isX86(sources) ? inFirmware(sources, "above-4g", otherwise) : "";
  const parameter = "pci=realloc";
  const kernel = `Where it is on already, have the kernel place them anew: ${addKernelParameters([parameter], sources.setup)}`;
  return {
    status: isGpu ? "fail" : "warn",
    detail: `Memory windows without an address: ${without.map(describe).join(", ")}.`,
    fix: [firmware, kernel].filter(Boolean).join("\n"),
    evidence: [
      ...without.flatMap(({ address, bars }) =>
        bars.filter(isMissing).map(({ index, bytes }) => ({
          file: `/sys/bus/pci/devices/${address}/resource`,
          line: index + 1,
          text: `region ${index}, ${inWords(bytes)}, without an address`,
        })),
      ),
      ...logged(sources.log, /BAR \d.*(no space|can't assign|failed to assign)/i),
    ],
    change: lineChange([parameter]),
  };
}

function hasNoAddress({ bars }: CheckedDevice): boolean {
  return bars.some(isMissing);
}

function isMissing({ space, unassigned }: CheckedDevice["bars"][number]): boolean {
  return space === "memory" && unassigned === true;
}

function describe({ address, bars }: CheckedDevice): string {
  const sizes = bars.filter(isMissing).map(({ bytes }) => inWords(bytes));
  return `${address} (${sizes.join(", ")})`;
}

function inWords(bytes: number): string {
  const [gibibyte, mebibyte] = [1024 ** 3, 1024 ** 2];
  if (bytes >= gibibyte) return `${Math.round(bytes / gibibyte)} GiB`;
  return bytes >= mebibyte ? `${Math.round(bytes / mebibyte)} MiB` : `${Math.round(bytes / 1024)} KiB`;
}
