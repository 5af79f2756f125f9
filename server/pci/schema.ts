import { z } from "zod";
import { checkSchema } from "../host/checks/check.schema";
import { pciAddressSchema as address } from "../units/pci-address.schema";
import { carriedDeviceSchema } from "./carried.schema";
import { furtherDeviceFactsSchema } from "./facts.schema";
import { hostNetworkSchema } from "./network.schema";
import { cardNeedsSchema, verdictSchema } from "./verdict.schema";

/** "0000:01:00.0" */
const id = z.string().regex(/^[0-9a-f]{4}$/);

/** What kind of machine it is and how it boots. Texts that the host does not tell are "unknown". */
const hostFactsSchema = z.object({
  /** "Intel(R) Core(TM) i7-4790K CPU @ 4.00GHz" */
  cpu: z.string(),
  /** Whose virtualisation extensions and IOMMU the CPU has; null where that can't be told. */
  cpuVendor: z.enum(["intel", "amd", "arm"]).nullable(),
  /** Logical CPUs; 0 where unknown. */
  cpuThreads: z.number().int().nonnegative(),
  /** The running kernel's release, "6.1.0-31-amd64". */
  kernel: z.string(),
  /** "Debian GNU/Linux 12 (bookworm)" */
  distribution: z.string(),
  /** "grub", "systemd-boot" …; null where nothing tells. */
  bootLoader: z.string().nullable(),
  /** The tool that makes the initial RAM disk: "initramfs-tools", "dracut", "mkinitcpio" …; null where nothing tells. */
  initramfs: z.string().nullable(),
  /** Memory that the kernel manages. */
  memoryBytes: z.number().int().nonnegative(),
  /** Maker and model of the mainboard or, of a branded machine, the product. */
  machine: z.string().nullable(),
});

export const iommuFactsSchema = z.object({
  /** Devices are in IOMMU groups. The command line alone tells nothing: distributions differ in their defaults. */
  enabled: z.boolean(),
  /** VFIO holds devices in its no-IOMMU mode, in groups that isolate nothing and are not among the host's. */
  noIommuMode: z.literal(true).optional(),
  kind: z.enum(["intel", "amd", "smmu"]).nullable(),
  /** The firmware describes an IOMMU (ACPI's DMAR, IVRS or IORT table); null where its tables can't be seen. */
  offeredByFirmware: z.boolean().nullable(),
  /** Parameters on the kernel's command line that concern the IOMMU or VFIO, as they stand there. */
  parameters: z.array(z.string()),
});

export const iommuGroupSchema = z.object({
  id: z.number().int().nonnegative(),
  devices: z.array(address),
  /** All of the group's devices that are no bridges are functions of one card. */
  isolated: z.boolean(),
});

const identitySchema = z.object({
  address,
  /** Base class, sub-class and programming interface: "030000". */
  class: z.string().regex(/^[0-9a-f]{6}$/),
  /** The class in words: "VGA compatible controller". */
  classLabel: z.string(),
  vendorId: id,
  deviceId: id,
  /** Subsystem vendor and device: "1043:8508"; null where the device has none, as most bridges. */
  subsystem: z.string().nullable(),
  vendor: z.string(),
  product: z.string(),
  /** Who made the card, where that is known. */
  subsystemVendor: z.string().nullable(),
  /** The card's name as it is sold, where that is known. */
  subsystemProduct: z.string().nullable(),
  /** The driver that holds the device, null where none does. */
  driver: z.string().nullable(),
  iommuGroup: z.number().int().nonnegative().nullable(),
  /** Whether the firmware showed its screen on this device; null of what is no VGA device. */
  bootVga: z.boolean().nullable(),
  /** Ways in which the kernel can reset the device, in the order in which it tries them: "flr", "bus", "pm" … */
  resetMethods: z.array(z.string()),
  /** The card's other functions. */
  companions: z.array(address),
  /** The bridge that the device is behind; null on the root bus. */
  parent: address.nullable(),
  /** Of an SR-IOV virtual function: the physical function that it is carved from. */
  physicalFunction: address.nullable(),
  /** The function whose driver makes the PCI domain that the device is in (Intel's VMD), where one does. */
  domainController: address.optional(),
});

export const pciDeviceSchema = identitySchema.extend(furtherDeviceFactsSchema.shape);

/** A host's hardware as its files tell it, before anything is concluded from it. */
export const hardwareReportSchema = z.object({
  host: hostFactsSchema,
  iommu: iommuFactsSchema,
  /** Whether the host is ready for passthrough, in the order of `checkIds`. */
  checks: z.array(checkSchema),
  network: hostNetworkSchema,
  groups: z.array(iommuGroupSchema),
  devices: z.array(pciDeviceSchema),
  /** What hangs on them and may be handed to a VM by itself. */
  carried: z.array(carriedDeviceSchema),
  /** The module vendor-reset (github.com/gnif/vendor-reset), which resets AMD's chips, is loaded. */
  vendorReset: z.literal(true).optional(),
  /** Devices that the kernel lists but whose class or IDs make no sense. In `devices` these are "ff0000", "0000". */
  unreadable: z.array(z.object({ address, detail: z.string() })),
});

export const judgedDeviceSchema = pciDeviceSchema.extend({ verdict: verdictSchema, needs: cardNeedsSchema });

/** A host as the passthrough page and `passdeck inspect --json` show it. */
export const judgedReportSchema = hardwareReportSchema.extend({ devices: z.array(judgedDeviceSchema) });

export type IommuFacts = z.infer<typeof iommuFactsSchema>;
export type IommuGroup = z.infer<typeof iommuGroupSchema>;
export type PciDevice = z.infer<typeof pciDeviceSchema>;
export type JudgedDevice = z.infer<typeof judgedDeviceSchema>;
export type HardwareReport = z.infer<typeof hardwareReportSchema>;
export type JudgedReport = z.infer<typeof judgedReportSchema>;
