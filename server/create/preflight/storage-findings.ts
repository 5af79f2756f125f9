import { sizeText } from "../../units/memory-size";
import type { DiskSource, OpticalDrive } from "../specification/disk.schema";
import type { VmSpecification } from "../vm-specification.schema";
import { newVolumeFinding, poolFinding } from "./new-volume-findings";
import type { PreflightFinding, PreflightHost, PreflightPool } from "./preflight.schema";

type Path = (string | number)[];
type AnySource = DiskSource | NonNullable<OpticalDrive["source"]>;

/** Pools, volumes and files, and whether there is room for the new ones. */
export function storageFindings(vm: VmSpecification, host: PreflightHost): PreflightFinding[] {
  const disks = vm.disks.map(({ source }, index) => ({
    source,
    path: ["disks", index, "source"],
    shared: false,
  }));
  const drives = vm.opticalDrives.flatMap(({ source }, index) =>
    source === null ? [] : [{ source, path: ["opticalDrives", index, "source"], shared: true }],
  );
  return [
    ...disks.flatMap(({ source, path }) => inUse(source, path, host)),
    ...[...disks, ...drives].flatMap(({ source, path }) => sourceFindings(source, path, host)),
    ...spaceFindings(vm, host),
    ...firmwareFiles(vm).flatMap((file) => fileFindings(file, ["firmware"], host)),
    ...vm.sharedFolders.flatMap(({ path }, index) =>
      fileFindings(path, ["sharedFolders", index, "path"], host),
    ),
  ];
}

/** Files of the host that hold a VM's firmware. */
export function firmwareFiles({ firmware }: Pick<VmSpecification, "firmware">): string[] {
  if (firmware.kind === "rom-file") return [firmware.path];
  return firmware.kind === "flash-files" ? [firmware.code, firmware.variablesTemplate] : [];
}

function sourceFindings(source: AnySource, path: Path, host: PreflightHost): PreflightFinding[] {
  if (source.kind === "file" || source.kind === "block") return fileFindings(source.path, path, host);
  if (source.kind === "new-volume") return newDiskFindings(source, path, host);
  const missing = poolFinding(source.pool, path, host);
  if (missing !== null) return [missing];
  const pool = host.pools.find(({ name }) => name === source.pool);
  if (pool?.volumes.includes(source.volume)) return [];
  const message = `The pool ${source.pool} has no volume ${source.volume}.`;
  const fix = "Refresh the pool, or choose another volume.";
  return [{ code: "volume-missing", weight: "fail", path, message, fix }];
}

function newDiskFindings(
  source: Extract<DiskSource, { kind: "new-volume" }>,
  path: Path,
  host: PreflightHost,
): PreflightFinding[] {
  const finding = newVolumeFinding(source, path, host);
  if (finding !== null) return [finding];
  const pool = host.pools.find(({ name }) => name === source.pool);
  if (pool !== undefined && source.format !== "raw" && !keepsFiles(pool)) {
    const message = `The pool ${source.pool} (${pool.type}) supports only raw disks.`;
    return [{ code: "pool", weight: "fail", path, message, fix: "Choose the format raw, or another pool." }];
  }
  return source.copyOf === null ? [] : imageFindings(source.copyOf, path, host);
}

/** Pools whose volumes are files, of whichever format (https://libvirt.org/storage.html). */
function keepsFiles({ type }: PreflightPool): boolean {
  return ["dir", "fs", "netfs", "gluster", "vstorage"].includes(type);
}

/** The image that a new disk is a copy of. */
function imageFindings(
  image: { pool: string; volume: string },
  path: Path,
  { pools }: PreflightHost,
): PreflightFinding[] {
  const pool = pools.find(({ name }) => name === image.pool);
  if (pool?.active && pool.volumes.includes(image.volume)) return [];
  const message = `There is no volume ${image.pool}/${image.volume} to copy.`;
  const fix = "Upload the image, start its pool or refresh it, or choose another one.";
  return [{ code: "volume-missing", weight: "fail", path: [...path, "copyOf"], message, fix }];
}

/** The file, or folder, of the host that a VM is to have. */
function fileFindings(file: string, path: Path, host: PreflightHost): PreflightFinding[] {
  if (host.files.get(file) !== false) return [];
  const message = `${file} is not on the host.`;
  return [{ code: "file-missing", weight: "fail", path, message, fix: "Choose another file, or upload it." }];
}

function inUse(source: DiskSource, path: Path, host: PreflightHost): PreflightFinding[] {
  if (source.kind === "new-volume") return [];
  const name = source.kind === "volume" ? `${source.pool}/${source.volume}` : source.path;
  const vm = host.disksInUse.get(name);
  if (vm === undefined) return [];
  return [
    {
      code: "disk-in-use",
      weight: "fail",
      path,
      message: `${name} is a disk of the VM ${vm}: two VMs writing to it will corrupt it.`,
      fix: "Clone the disk, or remove it from the other VM.",
    },
  ];
}

/** What the new volumes of each pool may grow to, against what it has left. */
function spaceFindings({ disks }: VmSpecification, host: PreflightHost): PreflightFinding[] {
  return host.pools.flatMap((pool) => {
    const wanted = disks.flatMap(({ source }, index) =>
      source.kind === "new-volume" && source.pool === pool.name ? [{ ...source, index }] : [],
    );
    const sum = (list: typeof wanted) => list.reduce((total, { bytes }) => total + bytes, 0);
    const [first] = wanted;
    if (first === undefined || !pool.active || sum(wanted) <= pool.availableBytes) return [];
    const atOnce = sum(wanted.filter(({ format }) => format === "raw")) > pool.availableBytes;
    const free = `${(pool.availableBytes / 2 ** 30).toFixed(1)} GiB`;
    return [
      {
        code: "disk-space",
        weight: atOnce ? "fail" : "warn",
        path: ["disks", first.index, "source", "bytes"],
        message: `The new disks may take ${sizeText(BigInt(sum(wanted)))}, and the pool ${pool.name} has ${free} free.`,
        fix: "Make the disks smaller, choose another pool, or free space in this one.",
      },
    ];
  });
}
