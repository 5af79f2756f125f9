import type { HostCpus } from "../../host/cpu-topology.schema";
import type { NewerKeys } from "../../host/firmware/secure-templates";
import type { HostInputs } from "../../host/input-devices";
import type { LookingGlassHost } from "../../host/looking-glass-host";
import type { MemorySupply } from "../../host/memory-supply";
import type { NetworkDevice } from "../../host/network-devices";
import type { HostUsbDevice } from "../../host/usb-devices";
import type { CarriedDevice } from "../../pci/carried.schema";
import type { CreateChoices } from "../choices.schema";
import type { GuestCapabilities } from "./guest-capabilities";
import type { LibvirtResources } from "./libvirt-resources";

/** What the host's files tell. */
export interface HostSupplies {
  memory: MemorySupply;
  cpus: HostCpus | null;
  interfaces: NetworkDevice[];
  usbDevices: HostUsbDevice[];
  inputs: HostInputs;
  lookingGlass: LookingGlassHost;
  virtiofsd: boolean;
  newerKeys: NewerKeys;
}

/** A VM of the host, as far as new ones have to know it. */
export interface ExistingVm {
  id: string;
  name: string;
  template: boolean;
  macs: string[];
  /** Disks that it writes to: paths, or "pool/volume". */
  disks: string[];
}

/** A host as VMs are made on it. */
export interface HostOfVms {
  memoryBytes: number;
  cpuCount: number;
  capabilities: GuestCapabilities;
  resources: LibvirtResources;
  /** null where the host's files can't be read. */
  supplies: HostSupplies | null;
  devices: NonNullable<CreateChoices["devices"]> | null;
  carried: readonly CarriedDevice[] | null;
  namedDevices: CreateChoices["namedDevices"];
  vms: ExistingVm[];
  /** Whether a path is of a file that Passdeck keeps for VMs. */
  isOwnFile(path: string): boolean;
}
