import { answeredInstaller, answerFiles } from "../../create/answers/answer-files";
import type { PlacedAnswers } from "../../create/answers/answers.schema";
import { type AnswersWay, answersWays } from "../../create/answers/installer.schema";
import { answeredMachine } from "../../create/answers/machine-to-answer.schema";
import type { CreateSource } from "../../create/create-request.schema";
import { architectureOf } from "../../create/domain/host-capabilities";
import { kernelPaths } from "../../create/medium/installer-kernel";
import { installationFindings } from "../../create/preflight/installation-findings";
import { newVolumeFinding } from "../../create/preflight/new-volume-findings";
import type { PreflightFinding, PreflightHost } from "../../create/preflight/preflight.schema";
import type { VmSpecification } from "../../create/vm-specification.schema";
import type { Installation } from "./create-input.schema";
import { volumeName } from "./volume-name";

export type SpecificationSource = Extract<CreateSource, { kind: "specification" }>;

/** How a VM's installer is answered. */
interface PreparedAnswers {
  /** null: its installer asks. */
  answers: PlacedAnswers | null;
  /** The CD that they are on; null where they are on none. */
  cd: { pool: string; volume: string } | null;
  /** The installer's kernel that the VM is started with; null where its CD's boot loader does that. */
  installation: Omit<Installation, "injected"> | null;
  findings: PreflightFinding[];
}

/** Works out where the answers of a VM's installer go, and what it is started with for that. */
export function prepareAnswers(
  source: SpecificationSource,
  start: boolean,
  host: PreflightHost,
): PreparedAnswers {
  const answers = placedAnswers(source);
  if (answers === null) return { answers, cd: null, installation: null, findings: [] };
  const { specification } = source;
  const way = answersWays[answers.installer];
  const cd = way.label === null ? null : { pool: answers.pool, volume: answers.volume };
  const installation = installationOf(answers, way, specification);
  const made = [
    ...(cd === null ? [] : [cd]),
    ...(installation === null ? [] : [installation.kernel, installation.initrd]).map(({ volume }) => ({
      pool: answers.pool,
      volume,
    })),
  ];
  const findings = [
    ...made.map((volume) => newVolumeFinding(volume, ["answers"], host)).filter((found) => found !== null),
    ...installationFindings(specification, { installer: answers.installer, pool: answers.pool, start }, host),
  ];
  return { answers, cd, installation, findings };
}

/** The files of answers that are asked for, and where they go; null where none are. */
export function placedAnswers({ specification, answers }: SpecificationSource): PlacedAnswers | null {
  if (answers === null) return null;
  const { pool } = answers;
  const installer = answeredInstaller(answers);
  const files = answerFiles(answers, answeredMachine(specification));
  const name = volumeName(specification.name);
  const volume = answersWays[installer].label === null ? initrdName(name) : `${name}-answers.iso`;
  return { installer, pool, volume, files };
}

function installationOf(
  { installer, pool }: PlacedAnswers,
  { kernelOptions }: AnswersWay,
  vm: VmSpecification,
): PreparedAnswers["installation"] {
  const medium = vm.opticalDrives[0]?.source;
  if (kernelOptions === null || installer === "windows" || medium?.kind !== "volume") return null;
  const paths = kernelPaths(installer, architectureOf(vm));
  if (paths === null) return null;
  const name = volumeName(vm.name);
  // Nobody sees a screen that is not there.
  const console = vm.graphics.kind === "none" ? ["console=ttyS0"] : [];
  return {
    medium: { pool: medium.pool, volume: medium.volume },
    pool,
    kernel: { path: paths.kernel, volume: `${name}-installer-kernel` },
    initrd: { path: paths.initrd, volume: initrdName(name) },
    commandLine: [...kernelOptions, ...console].join(" "),
  };
}

function initrdName(name: string): string {
  return `${name}-installer-initrd`;
}
