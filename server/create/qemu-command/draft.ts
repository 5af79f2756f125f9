import type { CardSpecification } from "../specification/host-devices.schema";
import type { VmSpecificationInput } from "../vm-specification.schema";
import type { QemuOption } from "./option-list";
import type { QemuProperties } from "./properties";

/** An argument that did not come along, or not as it was. */
export interface ImportNote {
  argument: string;
  reason: string;
}

type ListItem<Key extends keyof VmSpecificationInput> =
  NonNullable<VmSpecificationInput[Key]> extends (infer Item)[] ? Item : never;
export type DiskInput = ListItem<"disks">;
export type DriveInput = ListItem<"opticalDrives">;
export type NetworkInput = ListItem<"networks">;

/** A backend that a device names by its ID: "-drive id=disk0", "-netdev id=net0", "-object iothread,id=io1". */
export interface Backend {
  option: QemuOption;
  properties: QemuProperties;
  used: boolean;
}

/** What is known of the host where the command was run. */
export interface ImportHost {
  /** Where paths that are not absolute are looked for. */
  folder: string;
  /** The size of the pages in /dev/hugepages. */
  hugepageBytes: number;
}

/** The specification as far as it has been read. */
export class ImportDraft {
  readonly vm: VmSpecificationInput = { name: "imported" };
  readonly cpu: NonNullable<VmSpecificationInput["cpu"]> = { sockets: 1, cores: 1, threads: 1 };
  readonly memory: NonNullable<VmSpecificationInput["memory"]> = { bytes: 128 * 2 ** 20, balloon: false };
  readonly features: NonNullable<VmSpecificationInput["features"]> = {};
  readonly clock: NonNullable<VmSpecificationInput["clock"]> = {};
  readonly disks: DiskInput[] = [];
  readonly opticalDrives: DriveInput[] = [];
  readonly networks: NetworkInput[] = [];
  readonly cards: CardSpecification[] = [];
  readonly usbDevices: NonNullable<VmSpecificationInput["usbDevices"]> = [];
  readonly drives = new Map<string, Backend>();
  readonly networkBackends = new Map<string, Backend>();
  readonly iothreads: string[] = [];
  readonly notes: ImportNote[] = [];
  hugepages = false;

  constructor(readonly host: ImportHost) {}

  note(argument: string, reason: string) {
    this.notes.push({ argument, reason });
  }

  /** A path on the host; one that is not absolute is taken to be in the folder given, and noted. */
  path(path: string, argument: string): string | null {
    if (/[$`]/.test(path)) {
      this.note(argument, `${path} is a placeholder. Enter the file.`);
      return null;
    }
    if (path.startsWith("/")) return path;
    const found = `${this.host.folder}/${path.replace(/^\.\//, "")}`;
    this.note(argument, `${path} is not an absolute path; ${found} is used instead. Check it.`);
    return found;
  }

  /** The number of an I/O thread by its name; libvirt numbers them from 1. */
  iothread(id: string | undefined): number | null {
    const index = id === undefined ? -1 : this.iothreads.indexOf(id);
    return index < 0 ? null : index + 1;
  }
}
