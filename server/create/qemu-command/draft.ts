import { applyEdit } from "../../domain/hardware/apply-edit";
import { AppError } from "../../errors";
import { parseXml } from "../../xml/xml";
import type { CardSpecification } from "../specification/host-devices.schema";
import type { VmSpecification, VmSpecificationInput } from "../vm-specification.schema";
import type { QemuOption } from "./option";

/** An argument that did not come along, or not as it was. */
export interface ImportNote {
  argument: string;
  reason: string;
}

/** What a text that describes a VM amounts to. */
export interface TextImport {
  specification: VmSpecification;
  /** What could not be carried over, or not as it was, in the order of the text. */
  notes: ImportNote[];
}

type ListItem<Key extends keyof VmSpecificationInput> =
  NonNullable<VmSpecificationInput[Key]> extends (infer Item)[] ? Item : never;
export type DiskInput = ListItem<"disks">;
export type DriveInput = ListItem<"opticalDrives">;
export type NetworkInput = ListItem<"networks">;
export type DeviceInput = ListItem<"furtherDevices">;

/** What is known of the host that the VM is for. */
export interface ImportHost {
  /** Where paths that are not absolute are looked for. */
  folder: string;
  /** The size of the pages in /dev/hugepages. */
  hugepageBytes: number;
  /** Addresses of its PCI functions; null where they could not be read. */
  pciAddresses: readonly string[] | null;
}

const usualHost: ImportHost = {
  folder: "/var/lib/libvirt/images",
  hugepageBytes: 2 * 2 ** 20,
  pciAddresses: null,
};

/** Options that describe something which a device names by its ID: "-drive id=disk0", "-object iothread,id=io1". */
export type BackendKind = "drive" | "netdev" | "chardev" | "object" | "fsdev" | "tpmdev" | "audiodev";

/** What can be booted from, with its place as the command has it (`bootindex`, from 0). */
interface BootDevice {
  index: number;
  device: { bootOrder?: number | null | undefined };
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
  readonly furtherDevices: DeviceInput[] = [];
  readonly iothreads: string[] = [];
  readonly bootDevices: BootDevice[] = [];
  /** Firmware and its variables, in the order of the command. */
  readonly flash: Record<"code" | "variables", { path: string; option: QemuOption } | null> = {
    code: null,
    variables: null,
  };
  /** -net's cards and what they are connected to, which are paired by their order. */
  readonly oldCards: QemuOption[] = [];
  readonly oldBackends: { kind: string; option: QemuOption }[] = [];
  hugepages = false;
  /** The size that is asked for; null: the host's usual one. */
  hugepageBytes: number | null = null;
  /** The guest draws with the host's GPU. */
  gl = false;
  /** No disk keeps what is written to it. */
  snapshot = false;
  readonly #backends = new Map<string, QemuOption>();
  readonly #notes: { position: number; note: ImportNote }[] = [];

  readonly host: ImportHost;

  constructor(host: Partial<ImportHost>) {
    this.host = { ...usualHost, ...host };
  }

  note(option: QemuOption, reason: string) {
    this.#notes.push({ position: option.position, note: { argument: option.text, reason } });
  }

  /** A note on the specification as a whole, behind those on the options. */
  noteAtEnd(argument: string, reason: string) {
    this.#notes.push({ position: Number.POSITIVE_INFINITY, note: { argument, reason } });
  }

  /** In the order of the command. */
  get notes(): ImportNote[] {
    return this.#notes.toSorted((one, other) => one.position - other.position).map(({ note }) => note);
  }

  hasNote({ text }: QemuOption): boolean {
    return this.#notes.some(({ note }) => note.argument === text);
  }

  /** Keeps an option for the device that names it. */
  keep(kind: BackendKind, option: QemuOption) {
    const id = option.take("id", "node-name");
    if (id === undefined) this.note(option, "It has no ID, so no device can use it.");
    else this.#backends.set(`${kind} ${id}`, option);
  }

  /** The option that has an ID, used from now on; null where there is none. */
  backend(kind: BackendKind, id: string | undefined): QemuOption | null {
    const option = this.#backends.get(`${kind} ${id ?? ""}`) ?? null;
    if (option !== null) option.used = true;
    return option;
  }

  /** The backend that a device's property names; what is named and not there is told. */
  backendOf(kind: BackendKind, device: QemuOption | null, property: string): QemuOption | null {
    const id = device?.take(property);
    const backend = this.backend(kind, id);
    if (device != null && id !== undefined && backend === null)
      this.note(device, `There is no -${kind} ${id}.`);
    return backend;
  }

  unusedBackends(): QemuOption[] {
    return [...this.#backends.values()].filter(({ used }) => !used);
  }

  /** A device that there is a form for, by what the form asks. */
  addDevice(option: QemuOption, kind: DeviceInput["kind"], values: DeviceInput["values"]) {
    try {
      applyEdit(parseXml("<domain><devices/></domain>"), { act: "add", kind, values, newVolume: null });
      this.furtherDevices.push({ kind, values });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.note(option, error.userMessage);
    }
  }

  /** A path on the host; one that is not absolute is taken to be in the folder given, and noted. */
  path(path: string, option: QemuOption): string | null {
    if (/[$`~]/.test(path)) {
      this.note(option, `${path} is a placeholder. Enter the file.`);
      return null;
    }
    if (path.startsWith("/")) return path;
    const found = `${this.host.folder}/${path.replace(/^\.\//, "")}`;
    this.note(option, `${path} is not an absolute path; ${found} is used instead. Check it.`);
    return found;
  }

  /** The number of an I/O thread by its name; libvirt numbers them from 1. */
  iothread(id: string | undefined): number | null {
    const index = id === undefined ? -1 : this.iothreads.indexOf(id);
    return index < 0 ? null : index + 1;
  }

  /** A device's `bootindex`. */
  bootPlace(option: QemuOption, device: BootDevice["device"]) {
    const index = option.takeIf("bootindex", (value) => /^\d{1,4}$/.test(value));
    if (index !== undefined) this.bootDevices.push({ index: Number(index), device });
  }
}
