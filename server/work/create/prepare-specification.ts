import { answerFiles } from "../../create/answers/answer-files";
import type { AnswersCd } from "../../create/answers/answers.schema";
import { buildDomain } from "../../create/build-domain";
import { seedFiles } from "../../create/cloud-init/seed-files.schema";
import type { CreateSource, SeedRequest } from "../../create/create-request.schema";
import type { HostCapabilities } from "../../create/domain/host-capabilities";
import { preflight } from "../../create/preflight";
import { networkConfigFindings } from "../../create/preflight/network-config-findings";
import { newVolumeFinding } from "../../create/preflight/new-volume-findings";
import type { PreflightFinding, PreflightHost } from "../../create/preflight/preflight.schema";
import type { VmSpecification } from "../../create/vm-specification.schema";
import type { NewSeed, NewVolume } from "./create-input.schema";
import type { PreparedCreation } from "./prepared";

type SpecificationSource = Extract<CreateSource, { kind: "specification" }>;

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
  const answers = answersCdOf(source);
  const cds = [seed, answers].filter((cd) => cd !== null);
  const definition = buildDomain(cds.reduce(withCd, specification), capabilities);
  const cdFindings = [
    seed && newVolumeFinding(seed, ["cloudInit"], host),
    answers && newVolumeFinding(answers, ["answers"], host),
  ].filter((finding) => finding !== null);
  return {
    creation: {
      name: specification.name,
      shownXml: definition,
      passwordsOf: null,
      volumes: specification.disks.flatMap(newVolumes),
      seed,
      answers,
      variables: null,
      tpm: null,
      start,
    },
    definition,
    vmId: null,
    findings: [
      ...preflight(specification, host),
      ...cdFindings,
      ...(seed === null ? [] : seedFindings(seed, specification)),
    ],
  };
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

/** The CD of answer files that is asked for; null where none is. */
export function answersCdOf({ specification, answers }: SpecificationSource): AnswersCd | null {
  if (answers === null) return null;
  const files = answerFiles(answers, { uefi: specification.firmware.kind === "uefi" });
  return { pool: answers.pool, volume: `${volumeName(specification.name)}-answers.iso`, files };
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

/** A VM's name without what volumes' names may not have. */
export function volumeName(vmName: string): string {
  return vmName.replace(/[^\p{L}\p{N}._+@-]+/gu, "-").replace(/^[^\p{L}\p{N}_]+/u, "");
}
