import { formatBytes } from "@/components/formats/numbers";
import type { BarFacts } from "@/server/pci/facts.schema";
import type { JudgedDevice } from "@/server/pci/schema";
import { linkText } from "../picture/port-look";

/** A fact of a device in words. */
export interface FactText {
  name: string;
  text: string;
  mono: boolean;
}

/** All that is known of a device, the most asked for first. What a device does not have is left out. */
export function factTexts(device: JudgedDevice): FactText[] {
  const { subsystem, link, virtualFunctions } = device;
  const facts: (FactText | null)[] = [
    plain("Class", device.classLabel),
    mono("Driver", device.driver ?? "none"),
    mono("Modules", list(device.modules)),
    mono("ID", `${device.vendorId}:${device.deviceId}`),
    mono("Subsystem ID", subsystem),
    plain(
      "Subsystem",
      list(
        [device.subsystemVendor, device.subsystemProduct].filter((part) => part !== null),
        " ",
      ),
    ),
    plain("IOMMU group", device.iommuGroup === null ? "none" : String(device.iommuGroup)),
    plain("Slot", device.slotLabel),
    plain("Link", link === null ? null : linkText(link)),
    plain("NUMA node", device.numaNode === null ? null : String(device.numaNode)),
    plain("Memory regions (BARs)", list(device.bars.map(barText))),
    plain("Expansion ROM", device.hasRom ? "yes" : null),
    plain(
      "Virtual functions",
      virtualFunctions && `${virtualFunctions.enabled} of ${virtualFunctions.total}`,
    ),
    mono("Virtual function of", device.physicalFunction),
    plain("Responds", device.silent ? "no: all registers read as ones" : null),
    plain("Power state", device.powerState),
    plain("Reset", list(device.resetMethods)),
    mono("Serial number", device.serialNumber),
    plain("Boot display", device.bootVga === true ? "yes" : null),
    mono("Parent bridge", device.parent),
  ];
  return facts.filter((fact) => fact !== null);
}

/** A region as "BAR 1: 256 MiB, prefetchable". */
function barText({ index, bytes, space, prefetchable }: BarFacts): string {
  const kind = space === "port" ? ", ports" : prefetchable ? ", prefetchable" : "";
  return `BAR ${index}: ${formatBytes(bytes)}${kind}`;
}

function list(parts: readonly string[], between = ", "): string | null {
  return parts.length === 0 ? null : parts.join(between);
}

function plain(name: string, text: string | null): FactText | null {
  return text === null ? null : { name, text, mono: false };
}

function mono(name: string, text: string | null): FactText | null {
  return text === null ? null : { name, text, mono: true };
}
