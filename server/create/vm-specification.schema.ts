import * as z from "zod";
import { deviceKinds } from "../domain/devices/device-kind.schema";
import { lookingGlassSchema } from "../domain/looking-glass/looking-glass.schema";
import { hostPathSchema, vmNameSchema } from "../domain/scalars.schema";
import { deviceNameSchema } from "../pci/named/named-device.schema";
import { withinBytes } from "../units/json-bytes.schema";
import { cpuSchema } from "./specification/cpu.schema";
import { diskSchema, opticalDriveSchema } from "./specification/disk.schema";
import { graphicsSchema, videoSchema } from "./specification/display.schema";
import { clockSchema, featuresSchema } from "./specification/features.schema";
import { firmwareSchema, hasSecureBoot, isUefi, tpmSchema } from "./specification/firmware.schema";
import { cardSchema, usbDeviceSchema } from "./specification/host-devices.schema";
import { hostInputsSchema } from "./specification/host-inputs.schema";
import { memorySchema } from "./specification/memory.schema";
import { networkSchema } from "./specification/network.schema";

/** A folder of the host that the guest mounts by its tag (virtiofs). */
const sharedFolderSchema = z.strictObject({
  path: hostPathSchema,
  tag: z
    .string()
    .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,35}$/, {
      error: "A tag has 1 to 36 letters, digits, _ . and -",
      abort: true,
    })
    .max(36),
});

/** A device as the hardware forms add it: its kind's id and the values of its fields. */
const furtherDeviceSchema = z.strictObject({
  kind: z.enum(deviceKinds),
  values: z.record(z.string().max(64), z.string().max(4096).nullable()),
});

const wholeSchema = z.strictObject({
  name: vmNameSchema,
  /** A line for people. */
  title: z
    .string()
    .max(200)
    .regex(/^[^\p{Cc}]*$/u, "A title is one line.")
    .nullable()
    .default(null),
  /** The system's ID in osinfo-db: "http://debian.org/debian/12". */
  operatingSystem: z
    .string()
    .max(200)
    .regex(/^https?:\/\/[A-Za-z0-9.-]+\/[A-Za-z0-9._/-]+$/, "An operating system is given by its osinfo ID.")
    .nullable()
    .default(null),
  /** "virt" is ARM's; the others are PCs. */
  machine: z.enum(["q35", "i440fx", "virt"]).default("q35"),
  /** "automatic": kvm where the host has it, else QEMU's emulation. */
  domainType: z.enum(["automatic", "kvm", "qemu"]).default("automatic"),
  cpu: cpuSchema.prefault({}),
  memory: memorySchema.prefault({}),
  firmware: firmwareSchema.default({ kind: "uefi", secureBoot: false }),
  tpm: tpmSchema.nullable().default(null),
  features: featuresSchema.prefault({}),
  clock: clockSchema.prefault({}),
  disks: z.array(diskSchema).max(24).default([]),
  opticalDrives: z.array(opticalDriveSchema).max(4).default([]),
  /** None: the VM is on no network. */
  networks: z.array(networkSchema).max(16).default([]),
  cards: z.array(cardSchema).max(16).default([]),
  usbDevices: z.array(usbDeviceSchema).max(16).default([]),
  /** Names of which it gets a free card at each start, by Passdeck; one that stands there twice is asked for twice. */
  namedDevices: z.array(deviceNameSchema).max(16).default([]),
  graphics: graphicsSchema.prefault({ kind: "vnc" }),
  video: videoSchema.default(null),
  /** A pointer that goes where the viewer's goes. */
  tablet: z.boolean().default(true),
  serialConsole: z.boolean().default(true),
  guestAgent: z.boolean().default(true),
  sound: z.enum(["ich9", "ich6", "ac97"]).nullable().default(null),
  watchdog: z
    .strictObject({
      model: z.enum(["i6300esb", "ib700"]).default("i6300esb"),
      action: z.enum(["reset", "shutdown", "poweroff", "pause", "none"]).default("reset"),
    })
    .nullable()
    .default(null),
  /** Randomness from the host. */
  randomness: z.boolean().default(true),
  sharedFolders: z.array(sharedFolderSchema).max(8).default([]),
  lookingGlass: lookingGlassSchema.nullable().default(null),
  /** Keyboards and mice of the host, by evdev. */
  hostInputs: hostInputsSchema.nullable().default(null),
  /** What has no place above, as the form of its kind has it. */
  furtherDevices: z.array(furtherDeviceSchema).max(32).default([]),
});

/** Everything that the wizard asks of a VM that is to be made. What is left out gets its default. */
export const vmSpecificationSchema = withinBytes(wholeSchema, 1024 * 1024).superRefine((vm, context) => {
  for (const { path, message } of contradictions(vm)) context.addIssue({ code: "custom", path, message });
});

export type VmSpecification = z.infer<typeof vmSpecificationSchema>;
export type VmSpecificationInput = z.input<typeof vmSpecificationSchema>;

interface Contradiction {
  path: (string | number)[];
  message: string;
}

/** What fits each part for itself and not together. */
function contradictions(vm: z.infer<typeof wholeSchema>): Contradiction[] {
  const found: Contradiction[] = [];
  const rule = (broken: boolean, path: (string | number)[], message: string) => {
    if (broken) found.push({ path, message });
  };
  const { machine, firmware } = vm;
  rule(hasSecureBoot(firmware) && machine !== "q35", ["firmware"], "Secure Boot needs the machine type q35.");
  rule(
    machine === "virt" && firmware.kind === "bios",
    ["firmware"],
    "The machine type virt has no BIOS; choose UEFI.",
  );
  rule(
    machine === "virt" && vm.features.hyperv.length > 0,
    ["features"],
    "Hyper-V enlightenments are for x86 only.",
  );
  rule(
    vm.tpm !== null && machine === "virt" && vm.tpm.model === "tpm-crb",
    ["tpm"],
    "The machine type virt supports only tpm-tis.",
  );
  rule(vm.tpm !== null && machine === "i440fx" && !isUefi(firmware), ["tpm"], "A TPM needs q35 or UEFI.");
  rule(
    vm.video === "none" && vm.graphics.kind !== "none",
    ["video"],
    "Graphics without a video device show nothing.",
  );
  for (const [index, { bus }] of vm.disks.entries())
    rule(!hasBus(machine, bus), ["disks", index, "bus"], noBus(machine, bus));
  for (const [index, { bus }] of vm.opticalDrives.entries())
    rule(bus !== null && !hasBus(machine, bus), ["opticalDrives", index, "bus"], noBus(machine, bus ?? ""));
  return [...found, ...repeated(vm)];
}

function hasBus(machine: string, bus: string): boolean {
  if (bus === "ide") return machine === "i440fx";
  return bus !== "sata" || machine !== "virt";
}

function noBus(machine: string, bus: string): string {
  return `The machine type ${machine} has no ${bus.toUpperCase()}.`;
}

/** Places of the boot order, MAC addresses, functions and tags that stand there twice. */
function repeated(vm: z.infer<typeof wholeSchema>): Contradiction[] {
  const bootable = [
    ...vm.disks.map(({ bootOrder }, index) => ({ key: bootOrder, path: ["disks", index, "bootOrder"] })),
    ...vm.opticalDrives.map(({ bootOrder }, index) => ({
      key: bootOrder,
      path: ["opticalDrives", index, "bootOrder"],
    })),
    ...vm.networks.map(({ bootOrder }, index) => ({
      key: bootOrder,
      path: ["networks", index, "bootOrder"],
    })),
    ...vm.cards.map(({ options }, index) => ({
      key: options.bootOrder ?? null,
      path: ["cards", index, "options"],
    })),
  ];
  const volumes = vm.disks.map(({ source }, index) => ({
    key: source.kind === "new-volume" ? `${source.pool}/${source.volume}` : null,
    path: ["disks", index, "source", "volume"],
  }));
  const macs = vm.networks.map(({ mac }, index) => ({ key: mac, path: ["networks", index, "mac"] }));
  const tags = vm.sharedFolders.map(({ tag }, index) => ({
    key: tag,
    path: ["sharedFolders", index, "tag"],
  }));
  const functions = vm.cards.flatMap((card, index) =>
    card.functions.map(({ address }) => ({ key: address, path: ["cards", index, "functions"] })),
  );
  return [
    ...twice(bootable, (key) => `Boot order ${key} is used twice.`),
    ...twice(volumes, (key) => `Two new disks have the name ${key}.`),
    ...twice(macs, (key) => `Two networks have the MAC address ${key}.`),
    ...twice(tags, (key) => `Two shared folders have the tag ${key}.`),
    ...twice(functions, (key) => `${key} is given twice.`),
  ];
}

function twice(
  entries: readonly { key: string | number | null; path: (string | number)[] }[],
  say: (key: string | number) => string,
): Contradiction[] {
  const seen = new Set<string | number>();
  return entries.flatMap(({ key, path }) => {
    if (key === null) return [];
    if (seen.has(key)) return [{ path, message: say(key) }];
    seen.add(key);
    return [];
  });
}
