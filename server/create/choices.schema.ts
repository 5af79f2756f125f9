import * as z from "zod";
import { hostCpusSchema } from "../host/cpu-topology.schema";
import { operatingSystemSchema } from "./osinfo/operating-system.schema";

/** A device of the host that a VM may be given, with what was judged of it. */
const deviceChoiceSchema = z.object({
  address: z.string(),
  /** "GeForce RTX 3090" */
  label: z.string(),
  vendor: z.string(),
  /** PCI class, six hexadecimal digits: "030000". */
  class: z.string(),
  vendorId: z.string(),
  deviceId: z.string(),
  subsystem: z.string().nullable(),
  serialNumber: z.string().nullable(),
  /** The NUMA node that it is connected to; null where the host has one only, or does not tell. */
  numaNode: z.number().nullable(),
  companions: z.array(z.string()),
  /** Other endpoints of its IOMMU group. */
  groupOthers: z.array(z.string()),
  verdict: z.object({
    status: z.enum(["ready", "bindable", "risky", "blocked"]),
    reasons: z.array(
      z.object({
        weight: z.enum(["note", "risk", "block"]),
        message: z.string(),
        fix: z.string().nullable(),
      }),
    ),
  }),
  /** VMs whose definition has it. */
  vms: z.array(z.object({ name: z.string(), running: z.boolean() })),
});

/** What of the host decides on Looking Glass; what each means stands in `server/host/looking-glass-host.ts`. */
const lookingGlassHostSchema = z.object({
  module: z.enum(["loaded", "installed", "missing"]).nullable(),
  mebibytes: z.number().nullable(),
  secureBoot: z.boolean().nullable(),
  confinement: z.array(z.enum(["AppArmor", "SELinux"])),
  listed: z.boolean().nullable(),
  sharedFile: z.string().nullable(),
  deviceUser: z.string().nullable(),
  loadedAtStart: z.boolean(),
  allowed: z.boolean(),
});

/** Somebody whose the VM may be. */
const ownerSchema = z.object({
  subject: z.object({ kind: z.enum(["user", "group"]), id: z.guid() }),
  name: z.string(),
});

/** What a VM can be made of on a host. null stands for what could not be found out. */
export const createChoicesSchema = z.object({
  architecture: z.string(),
  kvm: z.boolean(),
  memoryBytes: z.number(),
  availableMemoryBytes: z.number().nullable(),
  hugepages: z.array(z.object({ bytes: z.number(), total: z.number(), free: z.number() })).nullable(),
  cpus: hostCpusSchema.nullable(),
  /** Machine types by QEMU's names, "pc-q35-7.2", for the host's architecture. */
  machines: z.array(z.string()),
  /** Models that can be named; `usable` where the host can run them. */
  cpuModels: z.array(z.object({ name: z.string(), usable: z.boolean() })),
  firmware: z
    .object({
      uefi: z.boolean(),
      secureBoot: z.boolean(),
      /** Images that libvirt knows of. */
      files: z.array(z.string()),
    })
    .nullable(),
  swtpm: z.boolean().nullable(),
  virtiofsd: z.boolean().nullable(),
  systems: z.array(operatingSystemSchema),
  networks: z.array(z.object({ name: z.string(), active: z.boolean() })),
  interfaces: z.array(z.object({ name: z.string(), bridge: z.boolean() })).nullable(),
  /** Names of network filters. */
  filters: z.array(z.string()),
  pools: z.array(
    z.object({
      name: z.string(),
      /** libvirt's word for its kind: "dir", "logical". Those that are no folders keep raw disks only. */
      type: z.string(),
      active: z.boolean(),
      /** Whether new volumes may go there. */
      takesDisks: z.boolean(),
      availableBytes: z.number(),
      /** Names; `storage.volumes` tells more of each. */
      volumes: z.array(z.string()),
    }),
  ),
  devices: z.array(deviceChoiceSchema).nullable(),
  usbDevices: z
    .array(
      z.object({
        bus: z.number(),
        device: z.number(),
        vendorId: z.string(),
        productId: z.string(),
        label: z.string(),
      }),
    )
    .nullable(),
  /** Keyboards, mice and other input devices of the host, which a VM may read by evdev. */
  inputs: z
    .array(
      z.object({
        /** A name that stays, "/dev/input/by-id/…-event-kbd", where there is one. */
        path: z.string(),
        name: z.string(),
        kind: z.enum(["keyboard", "mouse", "other"]),
        /** false of a path that may lead to another device after a restart. */
        stable: z.boolean(),
      }),
    )
    .nullable(),
  lookingGlass: lookingGlassHostSchema.nullable(),
  /** Names of which a VM may ask for a card, each with what it is for (may be empty) and how many cards it stands for. */
  namedDevices: z.array(z.object({ name: z.string(), note: z.string(), cards: z.number() })),
  /** VMs that are marked as templates. */
  templates: z.array(z.object({ vmId: z.string(), name: z.string() })),
  vmNames: z.array(z.string()),
  /** What holds for who makes VMs by a grant: whose they may be, the first one unless told otherwise; null by a role. */
  grant: z.object({ owners: z.array(ownerSchema) }).nullable(),
});

export type CreateChoices = z.infer<typeof createChoicesSchema>;
