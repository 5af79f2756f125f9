import type { ImportDraft } from "./draft";
import type { QemuOption } from "./option";

/** What lies behind a drive, and how it is opened. */
export interface DiskImage {
  path: string;
  /** null: QEMU would find out by itself. */
  format: string | null;
  /** The drive itself, or its block devices from the format down to the file. */
  layers: Layers;
}

/** A drive or block device, or what JSON has within one: `"file": {…}` is read as "file.…". */
class Layer {
  constructor(
    readonly option: QemuOption,
    readonly prefix = "",
  ) {}

  take(...names: readonly string[]): string | undefined {
    return this.option.take(...names.map((name) => this.prefix + name));
  }

  takeIf(name: string, keeps: (value: string) => boolean): string | undefined {
    return this.option.takeIf(this.prefix + name, keeps);
  }

  look(...names: readonly string[]): string | undefined {
    return this.option.look(...names.map((name) => this.prefix + name));
  }

  /** What stands within it by a name; null where nothing does. */
  within(name: string): Layer | null {
    const prefix = `${this.prefix}${name}.`;
    return this.option.names().includes(`${prefix}driver`) ? new Layer(this.option, prefix) : null;
  }

  takeBelow(name: string) {
    const start = `${this.prefix}${name}.`;
    for (const below of this.option.names()) if (below.startsWith(start)) this.option.take(below);
  }
}

/** The options of one drive, read as if they were one: the upper layer's word counts. */
export class Layers {
  constructor(readonly layers: readonly Pick<Layer, "take" | "takeIf">[]) {}

  take(...names: readonly string[]): string | undefined {
    return this.layers.map((layer) => layer.take(...names)).find((value) => value !== undefined);
  }

  takeIf(name: string, keeps: (value: string) => boolean): string | undefined {
    return this.layers.map((layer) => layer.takeIf(name, keeps)).find((value) => value !== undefined);
  }
}

/** Drivers that only say how a file or device of the host is reached. */
const local = new Set(["file", "host_device", "host_cdrom"]);
/** Drivers that pass on what lies below them; what they are told is told. */
const filters = new Set(["throttle", "copy-on-read", "preallocate"]);
const protocol = /^([a-z][a-z0-9+]+):/;

/**
 * The image that a drive or a chain of block devices (-blockdev) ends at. null, with a note, where it is none of this
 * host's files and devices.
 */
export function imageOf(draft: ImportDraft, option: QemuOption): DiskImage | null {
  return imageAt(draft, new Layer(option));
}

function imageAt(draft: ImportDraft, at: Layer): DiskImage | null {
  const { option } = at;
  const format = at.take("format", "driver") ?? null;
  const layer = format !== null && (local.has(format) || filters.has(format)) ? null : format;
  const inner = innerOf(draft, at);
  if (inner !== null) {
    takeBackingChain(draft, at);
    const image = imageAt(draft, inner);
    if (image === null) return null;
    return { ...image, format: layer ?? image.format, layers: new Layers([at, image.layers]) };
  }
  const driver = at.take("file.driver");
  const name = at.take("file", "filename", "file.filename") ?? "";
  const bare = name.replace(/^(file|host_device):/, "");
  const [, scheme] = protocol.exec(bare) ?? [];
  if (scheme !== undefined || (driver !== undefined && !local.has(driver)) || isNetworkDriver(format)) {
    draft.note(
      option,
      `Passdeck can't import disks of the type ${scheme ?? driver ?? format}. Add it as XML.`,
    );
    return null;
  }
  const path = bare === "" ? null : draft.path(bare, option);
  // A block device without a format is the file as it is.
  const whole = option.name === "blockdev" && layer === null ? "raw" : layer;
  takeBackingChain(draft, at);
  return path === null ? null : { path, format: whole, layers: new Layers([at]) };
}

/** The layer below, by its name or as it stands within; null at the file itself. */
function innerOf(draft: ImportDraft, at: Layer): Layer | null {
  const named = draft.backend("drive", at.look("file"));
  if (named !== null) {
    at.take("file");
    return new Layer(named);
  }
  const within = at.within("file");
  const driver = within?.look("driver") ?? "";
  if (within === null || isNetworkDriver(driver)) return null;
  for (const name of ["node-name", "auto-read-only"]) within.take(name);
  return within;
}

/** Formats and local drivers have no host or pool to be reached at. */
function isNetworkDriver(format: string | null): boolean {
  return (
    format !== null &&
    /^(nbd|rbd|iscsi|https?|ftps?|ssh|gluster|nfs|nvme|vhdx-net|null-co|null-aio)$/.test(format)
  );
}

/** An image tells by itself what it is built on. */
function takeBackingChain(draft: ImportDraft, at: Layer) {
  at.takeBelow("backing");
  for (let top: Pick<Layer, "take"> | null = at; top !== null; ) {
    const below: QemuOption | null = draft.backend("drive", top.take("backing"));
    if (below !== null) {
      below.takeAll();
      draft.backend("drive", below.look("file"))?.takeAll();
    }
    top = below;
  }
}
