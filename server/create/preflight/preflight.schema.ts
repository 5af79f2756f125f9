import * as z from "zod";
import type { NewerKeys } from "../../host/firmware/secure-templates";
import type { CarriedDevice } from "../../pci/carried.schema";
import type { DesktopFacts } from "../desktop/desktop-facts";

/** What stands against a VM that is to be made. */
export const preflightFindingSchema = z.object({
  code: z.enum([
    "name-taken",
    "no-kvm",
    "memory",
    "hugepages",
    "numa-node",
    "cpus",
    "pinned-cpu",
    "firmware",
    "tpm",
    "virtiofs",
    "pool",
    "disk-space",
    "volume-taken",
    "volume-missing",
    "file-missing",
    "disk-in-use",
    "disk-format",
    "network",
    "named-devices",
    "device-missing",
    "device-in-use",
    "device-blocked",
    "device-risky",
    "group",
    "usb-device",
    "mac-taken",
    "network-config",
    "definition",
    "original-on",
    "reach",
    "desktop",
    "installation",
    "quota",
    "maintenance",
  ]),
  /** "fail": it would not be made, or not start. "warn": it may not do as wished. */
  weight: z.enum(["fail", "warn"]),
  /** Where in the specification, or in what else the VM is made of: ["disks", 0, "source"], ["xml"]. */
  path: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
  fix: z.string(),
});

export type PreflightFinding = z.infer<typeof preflightFindingSchema>;

/** A device of the host, as far as giving it to a VM goes. */
export interface PreflightDevice {
  address: string;
  label: string;
  /** The functions of the same card. */
  companions: readonly string[];
  /** Other endpoints of its IOMMU group that no VM can do without. */
  groupOthers: readonly string[];
  verdict: {
    status: "ready" | "bindable" | "risky" | "blocked";
    /** Notes change nothing, and are no findings. */
    reasons: readonly { weight: "note" | "risk" | "block"; message: string; fix: string | null }[];
  };
  /** VMs whose definition has it, and whether they run. */
  vms: readonly { name: string; running: boolean }[];
}

export interface PreflightPool {
  name: string;
  /** libvirt's word for its kind: "dir", "logical". */
  type: string;
  active: boolean;
  availableBytes: number;
  volumes: readonly string[];
}

/** What the findings are made of. null stands for what could not be found out: nothing is said of it then. */
export interface PreflightHost {
  architecture: string;
  kvm: boolean;
  /** KVM is there, and QEMU gives up where it uses it. */
  brokenKvm: boolean;
  memoryBytes: number;
  /** Free, with what the kernel would give up (MemAvailable). */
  availableMemoryBytes: number | null;
  /** Numbers of the CPUs that are online. */
  cpus: readonly number[];
  numaNodes: readonly number[] | null;
  hugepages: readonly { bytes: number; free: number }[] | null;
  vmNames: readonly string[];
  macAddresses: readonly string[];
  /** Which kinds of UEFI firmware are installed for the guest's architecture. */
  firmware: { uefi: boolean; secureBoot: boolean } | null;
  swtpm: boolean | null;
  virtiofsd: boolean | null;
  newerKeys: NewerKeys;
  pools: readonly PreflightPool[];
  /** Paths of disks and images by whether they are there; what is not in it was not looked for. */
  files: ReadonlyMap<string, boolean>;
  /** Whether a path is a volume's, or a file that Passdeck keeps for VMs. */
  isKept(path: string): boolean;
  /** Which VM has a disk, by path or "pool/volume". */
  disksInUse: ReadonlyMap<string, string>;
  networks: readonly { name: string; active: boolean }[];
  /** Network devices; null where not known. */
  interfaces: readonly { name: string; bridge: boolean }[] | null;
  devices: readonly PreflightDevice[] | null;
  /** What decides on Looking Glass and on input devices of the host. */
  desktop: DesktopFacts["host"];
  /** Those of the host, of which VMs may ask for a card. */
  namedDevices: readonly { name: string }[];
  /** What is plugged in, among what else hangs on its PCI functions. */
  carried: readonly CarriedDevice[] | null;
}
