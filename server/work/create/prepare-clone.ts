import { type CloneDiskContent, cloneDefinition, diskFormats } from "../../create/clone-definition";
import { type CloneTpm, cloneTpm, hasEmulatedTpm } from "../../create/clone-tpm";
import { cloneVariables } from "../../create/clone-variables";
import type { CloneSource } from "../../create/create-request.schema";
import { withoutPasswords } from "../../create/definition-identity";
import type { PoolContent } from "../../create/host/libvirt-resources";
import { definitionFindings } from "../../create/preflight/definition-findings";
import { kvmFindings } from "../../create/preflight/kvm-findings";
import { newVolumeFinding } from "../../create/preflight/new-volume-findings";
import type { PreflightFinding, PreflightHost } from "../../create/preflight/preflight.schema";
import { reachFindings } from "../../create/preflight/reach-findings";
import { type DiskDefinition, parseDefinition } from "../../domain/definition";
import { coldDefinition, type ExchangedFunction } from "../../move/cold-definition";
import type { CreateInput, NewVolume } from "./create-input.schema";
import type { PreparedCreation } from "./prepared";
import { volumeName } from "./volume-name";

/** The VM that is cloned. */
export interface CloneOriginal {
  id: string;
  name: string;
  /** Its saved definition, without passwords. */
  xml: string;
  /** Whether it has a process, and may be writing to its disks. */
  active: boolean;
}

/** What is to be known of a VM that is on another host than its clone. */
export interface FarOriginal {
  host: NonNullable<CreateInput["fromHost"]>;
  /** What its cards are exchanged for. */
  functions: readonly ExchangedFunction[];
  /** By its disks' targets: why the file alone is not all of the disk, as part of a sentence. */
  partial: ReadonlyMap<string, string>;
  findings: readonly PreflightFinding[];
}

/** What {@link prepareClone} makes a clone of. */
export interface ToClone {
  original: CloneOriginal;
  /** Those of the host that the original is on. */
  pools: readonly PoolContent[];
  /** null: that is the host on which the clone is made. */
  far: FarOriginal | null;
}

/** Works out the clone of a VM: its definition with other names, and copies of its disks. Pure. */
export function prepareClone(
  source: CloneSource,
  start: boolean,
  host: PreflightHost,
  { original, pools, far }: ToClone,
): PreparedCreation {
  const formats = diskFormats(original.xml);
  const disks = parseDefinition(original.xml).disks.map((disk) =>
    wishOf(disk, source, { pools, formats, far, poolsThere: host.pools }),
  );
  const request = {
    name: source.name,
    disks: new Map(disks.map(({ target, content }) => [target, content])),
    newIdentities: source.newIdentities,
  };
  const cloned = cloneDefinition(original.xml, request);
  const definition = far === null ? cloned : coldDefinition(cloned, [], far.functions);
  const tpm = cloneTpm(original.xml, original.id);
  const volumes = disks.flatMap(({ volume }) => volume ?? []);
  const diskFindings = disks.flatMap(({ target, finding, volume }) => [
    ...(finding === null ? [] : [finding]),
    ...(volume === null ? [] : [newVolumeFinding(volume, ["disks", target], host) ?? []].flat()),
  ]);
  return {
    creation: {
      name: source.name,
      shownXml: withoutPasswords(definition),
      passwordsOf: original.id,
      fromHost: far?.host ?? null,
      volumes,
      seed: null,
      answers: null,
      installation: null,
      variables: cloneVariables(original.xml, original.name, source.name),
      tpm,
      start,
    },
    definition,
    vmId: null,
    findings: [
      ...(original.active && (volumes.length > 0 || tpm !== null) ? [stillOn(original.name)] : []),
      ...tpmFindings(original.xml, tpm, host),
      ...diskFindings,
      ...(far?.findings ?? []),
      ...definitionFindings(parseDefinition(definition), host),
      ...kvmFindings(definition, host),
      ...reachFindings(definition, host),
    ],
  };
}

interface DiskRequest {
  target: string;
  content: CloneDiskContent;
  volume: NewVolume | null;
  finding: PreflightFinding | null;
}

/** Where disks are, and where they go. */
interface Places {
  pools: readonly PoolContent[];
  formats: ReadonlyMap<string, string>;
  far: FarOriginal | null;
  poolsThere: readonly { name: string }[];
}

/** Disks are copied where nothing else was asked for, and CDs shared; a CD of another host is left out. */
function wishOf(
  disk: DiskDefinition,
  source: CloneSource,
  { pools, formats, far, poolsThere }: Places,
): DiskRequest {
  const { target } = disk;
  const asked = source.disks.find((request) => request.target === target);
  const how = asked?.how ?? usualHow(disk, far !== null);
  if (how !== "copy" || disk.source === null) {
    return { target, content: { how: how === "none" ? "none" : "share" }, volume: null, finding: null };
  }
  const format = formats.get(target) === "qcow2" ? "qcow2" : "raw";
  const copyOf = volumeAt(disk.source, pools);
  const chosen = asked?.how === "copy" ? asked : null;
  const pool = chosen?.pool ?? samePool(copyOf?.pool, far, poolsThere);
  const volume = chosen?.volume ?? `${volumeName(source.name)}-${target}.${format}`;
  const content: CloneDiskContent = { how: "copy", pool, volume, format };
  const part = far?.partial.get(target);
  if (copyOf === null) return { target, content, volume: null, finding: notInPool(target, disk.source, far) };
  if (part !== undefined)
    return { target, content, volume: null, finding: notWhole(target, disk.source, part) };
  return { target, content, volume: { pool, volume, bytes: null, format, copyOf }, finding: null };
}

function usualHow({ device, readOnly }: DiskDefinition, isFar: boolean): "copy" | "share" | "none" {
  if (device !== "disk") return isFar ? "none" : "share";
  return isFar || !readOnly ? "copy" : "share";
}

/** The pool of the original's disk; on another host the one of that name, else the first. */
function samePool(own: string | undefined, far: FarOriginal | null, there: Places["poolsThere"]): string {
  if (far === null) return own ?? "";
  return (there.find(({ name }) => name === own) ?? there[0])?.name ?? "";
}

/** The volume that a disk's source ("/path" or "pool/volume") stands for. */
function volumeAt(source: string, pools: readonly PoolContent[]): NewVolume["copyOf"] {
  for (const { name, volumes, volumePaths } of pools) {
    const atPath = volumePaths.get(source);
    if (atPath !== undefined) return { pool: name, volume: atPath };
    if (!source.startsWith(`${name}/`)) continue;
    const volume = source.slice(name.length + 1);
    if (volumes.includes(volume)) return { pool: name, volume };
  }
  return null;
}

function notInPool(target: string, source: string, far: FarOriginal | null): PreflightFinding {
  return {
    code: "volume-missing",
    weight: "fail",
    path: ["disks", target],
    message: `${source}, the disk ${target}, is in none of the storage pools of ${far?.host.name ?? "the host"}, so libvirt can't copy it.`,
    fix: "Create or start a pool for its directory, share the disk with the clone, or leave it out.",
  };
}

function notWhole(target: string, source: string, why: string): PreflightFinding {
  return {
    code: "disk-format",
    weight: "fail",
    path: ["disks", target],
    message: `${source} is not all of the disk ${target}: ${why}.`,
    fix: "Clone the VM on its own host first: all of the disk goes into that copy.",
  };
}

/** What a guest has not written yet is not in a copy: its file system would be that of a machine that lost power. */
function stillOn(name: string): PreflightFinding {
  return {
    code: "original-on",
    weight: "fail",
    path: ["vmId"],
    message: `${name} is running and writes to its disks and TPM, so copies would be damaged.`,
    fix: "Shut it down first.",
  };
}

/** A TPM that can't be made, or can't be copied, so that what is sealed to it stays shut. */
function tpmFindings(xml: string, tpm: CloneTpm | null, { swtpm }: PreflightHost): PreflightFinding[] {
  if (!hasEmulatedTpm(xml)) return [];
  const finding = (weight: PreflightFinding["weight"], message: string, fix: string): PreflightFinding[] => [
    { code: "tpm", weight, path: ["vmId"], message, fix },
  ];
  if (swtpm === false) {
    return finding(
      "fail",
      "swtpm, which makes the VM's TPM, is not installed.",
      "Install swtpm and swtpm-tools.",
    );
  }
  if (tpm !== null) return [];
  return finding(
    "warn",
    "The original's TPM state is in a custom location and is not copied: the clone gets a new TPM.",
    "Data sealed to the original's TPM (BitLocker) needs its recovery key. Have it ready, or unseal it first.",
  );
}
