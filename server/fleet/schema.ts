/** What pages get to know of the fleet. Plain JSON: numbers are bytes, seconds or Unix milliseconds, as named. */

export type VmState = "running" | "paused" | "shutting-down" | "off" | "crashed" | "suspended" | "unknown";

export interface VmDisk {
  /** Name in the guest's bus: vda, sdb … */
  target: string;
  device: "disk" | "cdrom" | "floppy" | "lun";
  bus: string | null;
  /** File, device or volume; null for an empty drive. */
  source: string | null;
  readOnly: boolean;
}

export interface VmNetworkInterface {
  mac: string;
  /** "network default", "bridge br0", "user" … */
  source: string;
  model: string | null;
  /** The network filter that its packets pass, by name. */
  filter: string | null;
}

export interface VmSummary {
  hostId: string;
  /** libvirt's UUID. */
  id: string;
  name: string;
  title: string | null;
  state: VmState;
  vcpus: number;
  /** Memory that the guest has now (the balloon's size), in bytes. */
  memoryBytes: number;
  maximumMemoryBytes: number;
  persistent: boolean;
  autostart: boolean;
  /** A saved memory image is there; the next start resumes it. */
  hasSavedState: boolean;
  /** PCI addresses of the host's devices that the definition hands to the VM, "0000:01:00.0". */
  passthrough: string[];
  /** What else of the host it hands to the VM, in words: "the USB device 046d:c52b". */
  otherHostDevices: string[];
  disks: VmDisk[];
  interfaces: VmNetworkInterface[];
  /** IP addresses, by the networks' leases or the guest agent. */
  addresses: string[];
  hasSerialConsole: boolean;
  /** "vnc", "spice" … */
  graphics: string[];
  guestAgent: "connected" | "disconnected" | "none";
  firmware: "uefi" | "bios";
  machine: string;
  architecture: string;
  /** Marked as one that others are cloned from. */
  template: boolean;
  /** Why its definition can't be read, and so nothing is known of it but name, UUID and state; null where it can. */
  unreadable: { problem: string } | null;
}

export type HostProblemCode =
  | "no-libvirt"
  | "no-permission"
  | "wrong-uri"
  | "too-old"
  | "connection-lost"
  | "refused";

export interface HostProblem {
  code: HostProblemCode;
  /** What happened, in a sentence. */
  message: string;
  /** What to do about it. */
  fix: string;
}

export interface HostSummary {
  id: string;
  name: string;
  uri: string;
  connection: "connecting" | "connected" | "lost";
  problem: HostProblem | null;
  /** When libvirt last said anything, Unix milliseconds; null before the first word. */
  lastSeen: number | null;
  /** libvirt's and the hypervisor's version, "9.0.0"; null until known. */
  libvirtVersion: string | null;
  hypervisor: string | null;
  cpuModel: string | null;
  cpus: number;
  memoryBytes: number;
  networks: { name: string; active: boolean }[];
  pools: { name: string; active: boolean }[];
  demo: boolean;
}

/** First a snapshot, then deltas with a gapless sequence; a page that misses one asks again and gets a snapshot. */
export type FleetMessage =
  | { type: "snapshot"; sequence: number; hosts: HostSummary[]; vms: VmSummary[] }
  | {
      type: "delta";
      sequence: number;
      hosts: HostSummary[];
      /** New or changed, whole. */
      vms: VmSummary[];
      removed: { hostId: string; id: string }[];
    };

export interface VmUsage {
  /** Share of the VM's own vCPUs in use, 0…1. */
  cpu: number;
  /** In use in the guest where the balloon tells, else what the VM holds; bytes. */
  memoryBytes: number;
  /** Bytes a second, all disks and all interfaces added up. */
  diskReadRate: number;
  diskWriteRate: number;
  networkReceiveRate: number;
  networkSendRate: number;
}

export interface HostUsage {
  /** Share of all the host's CPUs in use, 0…1. */
  cpu: number;
  memoryUsedBytes: number;
}

export interface StatisticsSample {
  hostId: string;
  /** Unix milliseconds. */
  at: number;
  host: HostUsage | null;
  /** By VM id; only those whose figures changed since the last sample that was sent. */
  vms: Record<string, VmUsage>;
  /** VMs that ceased to have figures (they are off). */
  gone: string[];
}

/** Something that happened to a VM, as libvirt told it. */
export interface VmEvent {
  sequence: number;
  at: number;
  hostId: string;
  vmId: string;
  vmName: string;
  /** "started", "paused", "device-added" … */
  kind: string;
  /** A sentence for people. */
  detail: string;
}
