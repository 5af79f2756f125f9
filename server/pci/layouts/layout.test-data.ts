import type { BarFacts, DeviceUse } from "../facts.schema";
import type { ReasonCode, VerdictStatus } from "../verdict.schema";

/** A host as somebody may have it, with what Passdeck has to say of it. */
export interface Layout {
  name: string;
  cpu: "intel" | "amd" | "arm";
  iommu: "intel" | "amd" | "smmu" | "off";
  /** Parameters on the kernel's command line that concern the IOMMU. */
  parameters?: readonly string[];
  /** gnif's vendor-reset is loaded. */
  vendorReset?: true;
  /** As `parsePart` reads them: one line a device, those behind a bridge indented below it. */
  devices: string;
  /** Network cards that carry the connection of the user who asks. */
  management?: readonly string[];
  /** By device: the VM that has it. */
  attached?: Readonly<Record<string, { vmName: string; running: boolean }>>;
  /** As `parseExpectation` reads them, one line a device. */
  expected: string;
}

/** A PCI function of a layout. */
export interface Part {
  address: string;
  /** The word for its class. */
  is: ClassWord;
  /** "10de:2204" */
  id: string;
  name: string;
  driver: string | null;
  group: number | null;
  /** The bridge that it is behind. */
  parent: string | null;
  bootVga: boolean | null;
  resetMethods: readonly string[];
  hasRom: boolean;
  slot: string | null;
  physicalFunction: string | null;
  virtualFunctions: { total: number; enabled: number } | null;
  silent: boolean;
  /** The function whose driver makes its domain. */
  domainController: string | null;
  /** Registers that have no address. */
  unassigned: readonly BarFacts[];
  /** Its class can't be read. */
  unreadable: boolean;
  uses: readonly DeviceUse[];
}

/** What is expected of a device. */
export interface Expectation {
  address: string;
  status: VerdictStatus;
  /** All of them, in their order. */
  codes: readonly ReasonCode[];
  /** Printed when the verdict is another. */
  because: string;
  /** What goes to the guest and what must merely be bound; null where a layout doesn't say. */
  guestGets: readonly string[] | null;
  mustBeBound: readonly string[] | null;
}

/** Class codes by the words that layouts use; PCI Code and ID Assignment 1.1. */
export const classCodes = {
  host: "060000",
  isa: "060100",
  port: "060400",
  switch: "068000",
  vga: "030000",
  "3d": "030200",
  display: "038000",
  audio: "040300",
  usb: "0c0330",
  ehci: "0c0320",
  ucsi: "0c8000",
  smbus: "0c0500",
  nvme: "010802",
  sata: "010601",
  raid: "010400",
  scsi: "010700",
  ethernet: "020000",
  wifi: "028000",
  crypto: "108000",
  iommu: "080600",
  dsp: "048000",
  signal: "118000",
  communication: "078000",
  accelerator: "120000",
  ones: "ffffff",
  unspoken: "ff0000",
} as const;
export type ClassWord = keyof typeof classCodes;

/** "0000:01:00.0" of "01:00.0" */
export function fullAddress(at: string): string {
  return at.split(":").length === 2 ? `0000:${at}` : at;
}
