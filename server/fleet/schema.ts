import * as z from "zod";
import { unreadableSchema } from "../xml/unreadable.schema";
import { clusterMarkSchema } from "./cluster-mark.schema";
import { maintenanceSchema } from "./maintenance.schema";

/* What pages get to know of the fleet. Plain JSON: numbers are bytes, seconds or Unix milliseconds, as named. */

export const vmStates = [
  "running",
  "paused",
  "shutting-down",
  "off",
  "crashed",
  "suspended",
  "unknown",
] as const;

const vmDiskSchema = z.object({
  /** Name in the guest's bus: vda, sdb … */
  target: z.string(),
  device: z.enum(["disk", "cdrom", "floppy", "lun"]),
  bus: z.string().nullable(),
  /** File, device or volume; null for an empty drive. */
  source: z.string().nullable(),
  readOnly: z.boolean(),
});

const vmNetworkInterfaceSchema = z.object({
  mac: z.string(),
  /** "network default", "bridge br0", "user" … */
  source: z.string(),
  model: z.string().nullable(),
  /** The network filter that its packets pass, by name. */
  filter: z.string().nullable(),
});

export const vmSummarySchema = z.object({
  hostId: z.string(),
  /** libvirt's UUID. */
  id: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  state: z.enum(vmStates),
  vcpus: z.number(),
  /** Memory that the guest has now (the balloon's size), in bytes. */
  memoryBytes: z.number(),
  maximumMemoryBytes: z.number(),
  persistent: z.boolean(),
  autostart: z.boolean(),
  /** A saved memory image is there; the next start resumes it. */
  hasSavedState: z.boolean(),
  /** PCI addresses of the host's devices that the definition hands to the VM, "0000:01:00.0". */
  passthrough: z.array(z.string()),
  /** What else of the host it hands to the VM, in words: "the USB device 046d:c52b". */
  otherHostDevices: z.array(z.string()),
  /** The names of which it is given a free card of the host at each start. */
  namedDevices: z.array(z.string()),
  /** Its guest may have a GPU of the host: a PCI function, a mediated device, or a card that it asks for by a name. */
  mayHaveGpu: z.boolean(),
  disks: z.array(vmDiskSchema),
  interfaces: z.array(vmNetworkInterfaceSchema),
  /** IP addresses, by the networks' leases or the guest agent. */
  addresses: z.array(z.string()),
  hasSerialConsole: z.boolean(),
  /** "vnc", "spice" … */
  graphics: z.array(z.string()),
  guestAgent: z.enum(["connected", "disconnected", "none"]),
  firmware: z.enum(["uefi", "bios"]),
  machine: z.string(),
  architecture: z.string(),
  /** Marked as one that others are cloned from. */
  template: z.boolean(),
  /** In their order. */
  tags: z.array(z.string()),
  /** Names with slashes between them; null for none. */
  folder: z.string().nullable(),
  /** Why its definition can't be read, and so nothing is known of it but name, UUID and state; null where it can. */
  unreadable: unreadableSchema.pick({ problem: true }).nullable(),
});

const hostProblemSchema = z.object({
  code: z.enum([
    "no-libvirt",
    "no-permission",
    "wrong-uri",
    "too-old",
    "connection-lost",
    "refused",
    "unreachable",
    "certificate",
    "host-key",
    "sign-in",
  ]),
  /** What happened, in a sentence. */
  message: z.string(),
  /** What to do about it. */
  fix: z.string(),
});

/** A network or a pool of a host. */
const resourceSchema = z.object({ name: z.string(), active: z.boolean() });

export const hostSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  uri: z.string(),
  connection: z.enum(["connecting", "connected", "lost"]),
  problem: hostProblemSchema.nullable(),
  /** When libvirt last said anything, Unix milliseconds; null before the first word. */
  lastSeen: z.number().nullable(),
  /** libvirt's and the hypervisor's version, "9.0.0"; null until known. */
  libvirtVersion: z.string().nullable(),
  hypervisor: z.string().nullable(),
  cpuModel: z.string().nullable(),
  cpus: z.number(),
  memoryBytes: z.number(),
  networks: z.array(resourceSchema),
  pools: z.array(resourceSchema),
  /** Why its files, and so its devices and its own network, can't be read; null where they can. */
  filesProblem: z.string().nullable(),
  /** null where VMs are started on it. */
  maintenance: maintenanceSchema.nullable(),
  /** The cluster that it is a node of; null where it is in none, or nobody knows. */
  cluster: clusterMarkSchema.nullable(),
  demo: z.boolean(),
});

/** First a snapshot, then deltas with a gapless sequence; a page that misses one asks again and gets a snapshot. */
export const fleetMessageSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("snapshot"),
    sequence: z.number(),
    hosts: z.array(hostSummarySchema),
    vms: z.array(vmSummarySchema),
  }),
  z.object({
    type: z.literal("delta"),
    sequence: z.number(),
    hosts: z.array(hostSummarySchema),
    /** Ids of those that are managed no more. Their VMs are among the removed. */
    removedHosts: z.array(z.string()),
    /** New or changed, whole. */
    vms: z.array(vmSummarySchema),
    removed: z.array(z.object({ hostId: z.string(), id: z.string() })),
  }),
]);

const vmUsageSchema = z.object({
  /** Share of the VM's own vCPUs in use, 0…1. */
  cpu: z.number(),
  /** In use in the guest where the balloon tells, else what the VM holds; bytes. */
  memoryBytes: z.number(),
  /** Bytes a second, all disks and all interfaces added up. */
  diskReadRate: z.number(),
  diskWriteRate: z.number(),
  networkReceiveRate: z.number(),
  networkSendRate: z.number(),
});

const hostUsageSchema = z.object({
  /** Share of all the host's CPUs in use, 0…1. */
  cpu: z.number(),
  memoryUsedBytes: z.number(),
});

export const statisticsSampleSchema = z.object({
  hostId: z.string(),
  /** Unix milliseconds. */
  at: z.number(),
  host: hostUsageSchema.nullable(),
  /** By VM id; only those whose figures changed since the last sample that was sent. */
  vms: z.record(z.string(), vmUsageSchema),
  /** VMs that ceased to have figures (they are off). */
  gone: z.array(z.string()),
});

/** Something that happened to a VM, as libvirt told it. */
export const vmEventSchema = z.object({
  sequence: z.number(),
  at: z.number(),
  hostId: z.string(),
  vmId: z.string(),
  vmName: z.string(),
  /** "started", "paused", "device-added" … */
  kind: z.string(),
  /** A sentence for people. */
  detail: z.string(),
});

export type VmState = (typeof vmStates)[number];
export type VmDisk = z.infer<typeof vmDiskSchema>;
export type VmSummary = z.infer<typeof vmSummarySchema>;
export type HostProblem = z.infer<typeof hostProblemSchema>;
export type HostProblemCode = HostProblem["code"];
export type HostSummary = z.infer<typeof hostSummarySchema>;
export type FleetMessage = z.infer<typeof fleetMessageSchema>;
export type VmUsage = z.infer<typeof vmUsageSchema>;
export type HostUsage = z.infer<typeof hostUsageSchema>;
export type StatisticsSample = z.infer<typeof statisticsSampleSchema>;
export type VmEvent = z.infer<typeof vmEventSchema>;
