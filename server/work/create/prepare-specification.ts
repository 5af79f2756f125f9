import { buildDomain } from "../../create/build-domain";
import { seedFiles } from "../../create/cloud-init/seed-files.schema";
import type { SeedRequest } from "../../create/create-request.schema";
import type { HostCapabilities } from "../../create/domain/host-capabilities";
import { preflight } from "../../create/preflight";
import { networkConfigFindings } from "../../create/preflight/network-config-findings";
import { newVolumeFinding } from "../../create/preflight/new-volume-findings";
import type { PreflightFinding, PreflightHost } from "../../create/preflight/preflight.schema";
import type { VmSpecification } from "../../create/vm-specification.schema";
import type { NewSeed, NewVolume } from "./create-input.schema";
import { prepareAnswers, type SpecificationSource } from "./prepare-answers";
import type { PreparedCreation } from "./prepared";
import { volumeName } from "./volume-name";

/**
 * Works out a VM of the wizard's. Its seed and its answer files become CDs of their own behind all other drives.
 * @throws AppError where a card can't be attached as asked for.
 */
export function prepareSpecification(
  source: SpecificationSource,
  start: boolean,
  host: PreflightHost,
): PreparedCreation {
  const { specification, cloudInit } = source;
  const capabilities: HostCapabilities = { architecture: host.architecture, kvm: host.kvm };
  const seed = cloudInit === null ? null : seedOf(specification, cloudInit);
  const { answers, cd, installation, findings } = prepareAnswers(source, start, host);
  const cds = [seed, cd].filter((one) => one !== null);
  const definition = buildDomain(cds.reduce(withCd, withNewerKeys(specification, host)), capabilities);
  const seedFinding = seed && newVolumeFinding(seed, ["cloudInit"], host);
  return {
    creation: {
      name: specification.name,
      shownXml: definition,
      passwordsOf: null,
      fromHost: null,
      volumes: specification.disks.flatMap(newVolumes),
      seed,
      answers,
      installation,
      variables: null,
      tpm: null,
      start,
    },
    definition,
    vmId: null,
    findings: [
      ...preflight(specification, host),
      ...(seedFinding === null ? [] : [seedFinding]),
      ...findings,
      ...(seed === null ? [] : seedFindings(seed, specification)),
    ],
  };
}

/** libvirt takes the first firmware that fits, whichever keys it comes with. */
function withNewerKeys(
  vm: VmSpecification,
  { newerKeys: { instead } }: Pick<PreflightHost, "newerKeys">,
): VmSpecification {
  if (vm.firmware.kind !== "uefi" || !vm.firmware.secureBoot || instead === null) return vm;
  return { ...vm, firmware: { kind: "flash-files", ...instead, secureBoot: true } };
}

function newVolumes({ source }: VmSpecification["disks"][number]): NewVolume[] {
  if (source.kind !== "new-volume") return [];
  const { pool, volume, bytes, format, copyOf } = source;
  return [{ pool, volume, bytes, format, copyOf }];
}

function seedOf(vm: VmSpecification, request: SeedRequest): NewSeed {
  const files = request.kind === "files" ? request.files : seedFiles(request.settings, vm);
  return { pool: request.pool, volume: `${volumeName(vm.name)}-seed.iso`, files };
}

/** A CD of Passdeck's own, behind all other drives. */
function withCd(vm: VmSpecification, { pool, volume }: { pool: string; volume: string }): VmSpecification {
  const drive = { source: { kind: "volume" as const, pool, volume }, bus: null, bootOrder: null };
  return { ...vm, opticalDrives: [...vm.opticalDrives, drive] };
}

function seedFindings({ files }: NewSeed, { networks }: VmSpecification): PreflightFinding[] {
  const macs = networks.map(({ mac }) => mac);
  return networkConfigFindings(files["network-config"], macs);
}
