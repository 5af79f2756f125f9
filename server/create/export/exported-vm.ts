import type { HandedDevice } from "../../domain/host-devices/host-device.schema";

/** A VM in another program's format. */
export interface ExportedText {
  text: string;
  fileName: string;
  /** What is not in it, or not as it was, and what has to be done; they stand in the text as well. */
  notes: string[];
}

/** What other programs' formats can say of a VM, read from its definition. */
export interface ExportedVm {
  name: string;
  title: string | null;
  description: string | null;
  uuid: string | null;
  machine: "q35" | "i440fx" | "virt";
  arm: boolean;
  kvm: boolean;
  /** `variables` is the file with UEFI's; null where libvirt has not said it yet. */
  firmware: { uefi: boolean; secureBoot: boolean; variables: string | null };
  tpm: boolean;
  cpu: {
    mode: string;
    model: string | null;
    sockets: number;
    cores: number;
    threads: number;
    atBoot: number;
  };
  /** `hugepageBytes`: 0 is the host's usual size. */
  memory: { bytes: number; hugepageBytes: number | null; balloon: boolean };
  /** Hyper-V's features by libvirt's names. */
  hyperv: { features: string[]; vendorId: string | null; clock: boolean };
  hideKvm: boolean;
  localTime: boolean;
  /** Whether it is told that the guest can be suspended to memory or disk; null: left to QEMU. */
  suspend: { memory: boolean | null; disk: boolean | null };
  /** osinfo's ID. */
  operatingSystem: string | null;
  disks: ExportedDisk[];
  networks: ExportedNetwork[];
  cards: ExportedCard[];
  /** USB and other devices of the host. */
  otherDevices: HandedDevice[];
  /** What is booted from where no device has a place of its own: "hd", "cdrom", "network". */
  bootKinds: string[];
  graphics: string[];
  video: { model: string; accelerated: boolean } | null;
  tablet: boolean;
  serialConsole: boolean;
  guestAgent: boolean;
  sound: string | null;
  watchdog: { model: string; action: string } | null;
  randomness: boolean;
  /** The SCSI controller's model; null where there is none. */
  scsiController: string | null;
}

export interface ExportedDisk {
  target: string;
  device: "disk" | "cdrom";
  bus: string;
  /** A path, or "pool/volume"; null of an empty drive. */
  source: string | null;
  format: string;
  cache: string | null;
  io: string | null;
  discard: string | null;
  iothread: boolean;
  serial: string | null;
  readOnly: boolean;
  bootOrder: number | null;
}

export interface ExportedNetwork {
  mac: string | null;
  model: string;
  /** "network default", "bridge br0" */
  kind: string;
  source: string;
  vlan: number | null;
  bootOrder: number | null;
}

/** Functions of one slot of the host. */
export interface ExportedCard {
  addresses: string[];
  primaryDisplay: boolean;
  rom: { kind: "file"; path: string } | { kind: "off" } | null;
  bootOrder: number | null;
}
