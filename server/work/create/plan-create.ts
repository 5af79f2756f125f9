import type { PlacedAnswers } from "../../create/answers/answers.schema";
import { answersWays } from "../../create/answers/installer.schema";
import { type CloneTpm, tpmFolder } from "../../create/clone-tpm";
import type { CloneVariables } from "../../create/clone-variables";
import type { PreflightFinding } from "../../create/preflight/preflight.schema";
import type { Plan, PlannedStep } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { answersWords } from "./answers-step";
import type { CreateInput, Installation, NewSeed, NewVolume } from "./create-input.schema";
import { installerWords } from "./installer-steps";
import { ownerWords } from "./owner-step";

/** What is to be made, before it has a UUID. */
export interface Creation extends Omit<CreateInput, "vmId" | "by" | "xml" | "answers" | "installation"> {
  /** The answer files of its installer, and where they go; null for none. */
  answers: PlacedAnswers | null;
  /** The installer's kernel that it is started with; null where its CD's boot loader does that. */
  installation: Omit<Installation, "injected"> | null;
  /** The definition as it is shown: without passwords, and without a UUID where it gets a new one. */
  shownXml: string;
}

/** Findings that libvirt would refuse the definition for, or that would spoil what is there, started or not. */
const inTheWay: ReadonlySet<PreflightFinding["code"]> = new Set([
  "name-taken",
  "firmware",
  "tpm",
  "pool",
  "disk-space",
  "volume-taken",
  "volume-missing",
  "disk-format",
  "definition",
  "original-on",
  "installation",
  "quota",
]);

/** Plans how a VM is made. Pure. A VM that is not started at once may be made though it could not start now. */
export function planCreate(creation: Creation, findings: readonly PreflightFinding[]): Plan {
  const head = { kind: "create-vm", title: `Create the VM ${creation.name}` };
  const stops = ({ weight, code }: PreflightFinding) =>
    weight === "fail" && (creation.start || inTheWay.has(code));
  const words = ({ message, fix }: PreflightFinding) => `${message} ${fix}`;
  const [blocking] = findings.filter(stops);
  const refused = blocking !== undefined;
  return withFingerprint(
    {
      ...head,
      steps: refused ? [] : plannedSteps(creation),
      warnings: refused ? [] : findings.map(words),
      refusal: refused ? words(blocking) : null,
    },
    creation,
  );
}

function plannedSteps({
  name,
  owner,
  shownXml,
  fromHost,
  volumes,
  seed,
  answers,
  installation,
  variables,
  tpm,
  start,
}: Creation): PlannedStep[] {
  return [
    ...volumes.map((volume) => volumeStep(volume, fromHost)),
    ...(seed === null ? [] : [seedStep(seed)]),
    ...answersSteps(answers, installation),
    ...(variables === null ? [] : [variablesStep(variables)]),
    ...(owner === null ? [] : [ownerWords(owner)]),
    {
      title: `Define the VM ${name}`,
      effect: `virsh define VM.xml, with\n${shownXml}`,
      risk: null,
      undo: `virsh undefine ${name} --managed-save --nvram --tpm`,
    },
    ...(tpm === null ? [] : [tpmStep(tpm)]),
    ...(start ? [installation === null ? startStep(name) : installStep(name, installation)] : []),
  ];
}

function volumeStep(
  { pool, volume, bytes, format, copyOf }: NewVolume,
  fromHost: Creation["fromHost"],
): PlannedStep {
  const undo = `virsh vol-delete ${volume} --pool ${pool}`;
  if (copyOf === null) {
    const effect = `virsh vol-create-as ${pool} ${volume} ${bytes ?? 0} --format ${format}`;
    return { title: `Create the volume ${pool}/${volume}`, effect, risk: null, undo };
  }
  if (fromHost !== null)
    return {
      title: `Copy ${copyOf.pool}/${copyOf.volume} of ${fromHost.name} to ${pool}/${volume}`,
      effect: "As it is; what is not allocated is not sent.",
      risk: null,
      undo,
    };
  const resize = bytes === null ? "" : `, then resized to ${bytes} bytes if smaller`;
  return {
    title: `Copy ${copyOf.pool}/${copyOf.volume} to ${pool}/${volume}`,
    effect: `Copied by libvirt itself as ${format}${resize}.`,
    risk: "libvirt can't be interrupted while it copies: a cancel takes effect afterwards.",
    undo,
  };
}

/** In the order of the job's steps. */
function answersSteps(answers: Creation["answers"], installation: Creation["installation"]): PlannedStep[] {
  const names = answers?.files.map(({ name }) => name) ?? [];
  const onCd = answers !== null && answersWays[answers.installer].label !== null;
  return [
    ...(answers !== null && onCd ? [answersWords(answers, names)] : []),
    ...(installation === null ? [] : installerWords(installation, onCd ? [] : names)),
  ];
}

/** The content stays out of it: whoever may look at jobs would read the users' password hashes. */
function seedStep({ pool, volume, files }: NewSeed): PlannedStep {
  const names = Object.entries(files).flatMap(([name, text]) => (text === null ? [] : [name]));
  return {
    title: `Write the cloud-init seed to ${pool}/${volume}`,
    effect: `An ISO image labelled cidata with ${names.join(", ")}.`,
    risk: null,
    undo: `virsh vol-delete ${volume} --pool ${pool}`,
  };
}

function variablesStep({ folder, from, to }: CloneVariables): PlannedStep {
  return {
    title: "Copy the firmware variables (boot entries, keys)",
    effect: `${folder}/${from} → ${folder}/${to}, if the original has one.`,
    risk: null,
    undo: `${folder}/${to} is deleted.`,
  };
}

function tpmStep(tpm: CloneTpm): PlannedStep {
  return {
    title: "Copy the TPM state (its keys, and what is sealed to them)",
    effect: `${tpmFolder(tpm.original, tpm)} → that of the new VM, if the original has one.`,
    risk: "Both VMs then have a TPM with the same keys: what is sealed to one (such as a BitLocker disk) opens on both, and they can't be told apart by it.",
    undo: "The copy is deleted.",
  };
}

function installStep(name: string, { commandLine }: Omit<Installation, "injected">): PlannedStep {
  return {
    title: `Start the installer in ${name}`,
    effect: `virsh create VM.xml, with the installer’s kernel and “${commandLine}”. When the installer restarts the VM, it boots from its disk.`,
    risk: "The installer erases the VM’s first disk.",
    undo: `virsh destroy ${name}`,
  };
}

function startStep(name: string): PlannedStep {
  return { title: `Start ${name}`, effect: `virsh start ${name}`, risk: null, undo: `virsh destroy ${name}` };
}
