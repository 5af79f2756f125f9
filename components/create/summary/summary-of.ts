import { countOf } from "@/components/formats/numbers";
import type { DiskSpecification } from "@/server/create/specification/disk.schema";
import type { FirmwareSpecification } from "@/server/create/specification/firmware.schema";
import type { NetworkSpecification } from "@/server/create/specification/network.schema";
import { vcpusOf } from "@/server/create/specification/vcpus.schema";
import type { VmSpecification } from "@/server/create/vm-specification.schema";
import { usbIdsText } from "@/server/units/usb-ids-text.schema";

interface SummaryLine {
  name: string;
  text: string;
}

/** A VM that is described, in lines for people. */
export function summaryOf(
  vm: VmSpecification,
  kvm: boolean,
  sizeText: (bytes: number) => string,
): SummaryLine[] {
  const total = vcpusOf(vm.cpu);
  const pinned = vm.cpu.pins.length === 0 ? "" : `, ${vm.cpu.pins.length} pinned`;
  const pages =
    vm.memory.hugepageBytes === null ? "" : `, huge pages of ${sizeText(vm.memory.hugepageBytes)}`;
  const lines = [
    { name: "Name", text: vm.name },
    {
      name: "CPU",
      text: Number.isNaN(total) ? "" : `${countOf(total, "vCPU")}${pinned}${kvm ? "" : ", emulated"}`,
    },
    { name: "Memory", text: Number.isNaN(vm.memory.bytes) ? "" : `${sizeText(vm.memory.bytes)}${pages}` },
    { name: "Firmware", text: `${firmwareText(vm.firmware)}${vm.tpm === null ? "" : ", TPM 2.0"}` },
    ...vm.disks.map((disk, index) => ({ name: `Disk ${index + 1}`, text: diskText(disk, sizeText) })),
    ...vm.opticalDrives.map(({ source }, index) => ({ name: `CD ${index + 1}`, text: cdText(source) })),
    { name: "Network", text: vm.networks.map(networkText).join(", ") || "none" },
    {
      name: "Devices",
      text: [
        ...vm.cards.map(({ functions }) => functions[0]?.label ?? functions[0]?.address ?? ""),
        ...vm.namedDevices,
        ...vm.usbDevices.map(usbText),
      ].join(", "),
    },
    { name: "Graphics", text: vm.graphics.kind === "none" ? "none" : vm.graphics.kind.toUpperCase() },
  ];
  return lines.filter(({ text }) => text !== "");
}

function firmwareText(firmware: FirmwareSpecification): string {
  if (firmware.kind === "bios") return "BIOS";
  if (firmware.kind === "rom-file") return firmware.path;
  return firmware.secureBoot ? "UEFI with Secure Boot" : "UEFI";
}

function diskText({ source, bus }: DiskSpecification, sizeText: (bytes: number) => string): string {
  if (source.kind === "new-volume") {
    const size = Number.isNaN(source.bytes) ? "" : `${sizeText(source.bytes)} `;
    const copy = source.copyOf === null ? "new" : `copy of ${source.copyOf.volume}`;
    return `${size}${copy}, ${source.pool}, ${bus}`;
  }
  return `${source.kind === "volume" ? source.volume : source.path}, ${bus}`;
}

function cdText(source: VmSpecification["opticalDrives"][number]["source"]): string {
  if (source === null) return "empty";
  return source.kind === "volume" ? source.volume : source.path;
}

function networkText({ source }: NetworkSpecification): string {
  if (source.kind === "network") return source.network;
  return source.kind === "bridge" ? source.bridge : `${source.device} (macvtap)`;
}

function usbText(device: VmSpecification["usbDevices"][number]): string {
  if (device.kind === "port") return `USB port ${device.port}`;
  return device.kind === "product" ? `USB ${usbIdsText(device)}` : `USB ${device.bus}.${device.device}`;
}
