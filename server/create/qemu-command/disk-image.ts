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

/** The options of one drive, read as if they were one: the upper layer's word counts. */
export class Layers {
  constructor(readonly options: readonly QemuOption[]) {}

  take(...names: readonly string[]): string | undefined {
    return this.options.map((option) => option.take(...names)).find((value) => value !== undefined);
  }

  takeIf(name: string, keeps: (value: string) => boolean): string | undefined {
    return this.options.map((option) => option.takeIf(name, keeps)).find((value) => value !== undefined);
  }
}

/** Drivers that only say how a file or device of the host is reached. */
const local = new Set(["file", "host_device", "host_cdrom"]);
const protocol = /^([a-z][a-z0-9+]+):/;

/**
 * The image that a drive or a chain of block devices (-blockdev) ends at. null, with a note, where it is none of this
 * host's files and devices.
 */
export function imageOf(draft: ImportDraft, option: QemuOption): DiskImage | null {
  const format = option.take("format", "driver") ?? null;
  const layer = format !== null && local.has(format) ? null : format;
  const inner = draft.backend("drive", option.look("file"));
  if (inner !== null) {
    option.take("file");
    takeBackingChain(draft, option);
    const image = imageOf(draft, inner);
    return image === null
      ? null
      : {
          path: image.path,
          format: layer ?? image.format,
          layers: new Layers([option, ...image.layers.options]),
        };
  }
  const driver = option.take("file.driver");
  const name = option.take("file", "filename", "file.filename") ?? "";
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
  return path === null ? null : { path, format: whole, layers: new Layers([option]) };
}

/** Formats and local drivers have no host or pool to be reached at. */
function isNetworkDriver(format: string | null): boolean {
  return (
    format !== null &&
    /^(nbd|rbd|iscsi|https?|ftps?|ssh|gluster|nfs|nvme|vhdx-net|null-co|null-aio)$/.test(format)
  );
}

/** An image tells by itself what it is built on. */
function takeBackingChain(draft: ImportDraft, option: QemuOption) {
  for (let top: QemuOption | null = option; top !== null; ) {
    const below: QemuOption | null = draft.backend("drive", top.take("backing"));
    if (below !== null) {
      below.takeAll();
      draft.backend("drive", below.look("file"))?.takeAll();
    }
    top = below;
  }
}
