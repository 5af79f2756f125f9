import { can, type Who } from "../access/can";
import { onVm } from "../access/objects-of";
import { leastLevel } from "../access/rights";
import { isAtLeast } from "../access/role";
import type { Fleet } from "../fleet/fleet";
import type { Job } from "../job/job.schema";
import { nameOf } from "../work/act-context";
import type { JobKindName } from "../work/job-kinds";

type KnownVms = Pick<Fleet, "vmSummaries">;

const asItIs = (text: string) => text;

/** Whether there is no VM that they may not see; a key for single VMs sees no others. */
function seesAllVms({ level, key }: Who): boolean {
  return isAtLeast(level, leastLevel("vm", "vm.see")) && (key === undefined || key.vms === null);
}

/** Stands for the name of a VM that somebody may not see. */
const unnamed = "another VM";

/**
 * Takes the names of VMs that `who` may not see out of texts: of a card that is in use, or a disk that a second VM has, messages
 * name the culprit. What sees all VMs is given every text as it is.
 */
export function veilFor(who: Who, fleet: KnownVms): (text: string) => string {
  if (seesAllVms(who)) return asItIs;
  const seen = new Set<string>();
  const hidden = new Set<string>();
  for (const { hostId, id, name } of fleet.vmSummaries())
    (can(who, "vm.see", onVm({ hostId, vmId: id })) ? seen : hidden).add(name);
  const names = [...hidden].filter((name) => !seen.has(name));
  return (text) => names.reduce((rest, name) => (rest.includes(name) ? without(rest, name) : rest), text);
}

/** A part of a longer word is no name: "web" is not in "web-1". */
function without(text: string, name: string): string {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}_.-])${word}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}_])`, "gu"),
    unnamed,
  );
}

/** Every text of an answer, by {@link veilFor}. */
export function veiled<Answer>(who: Who, fleet: KnownVms, answer: Answer): Answer {
  return seesAllVms(who) ? answer : (mapTexts(answer, veilFor(who, fleet)) as Answer);
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === "string") return map(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapTexts(part, map)]));
}

/** Jobs about VMs alone, which are shown to who sees these. */
const jobsOfVms: ReadonlySet<string> = new Set<JobKindName>([
  "vm-action",
  "delete-vm",
  "hardware",
  "attach",
  "detach",
  "card-check",
]);
const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

/** A job as `who` may see it; null where they may not: one of VMs is seen by who sees all that it is about. */
export function seenJob(who: Who, fleet: KnownVms, job: Job): Job | null {
  if (can(who, "job.see", { kind: "job", jobId: job.id })) return job;
  // What they have deleted they see no more.
  if (job.kind === "delete-vm" && job.startedBy === nameOf(who)) return job;
  const { title, steps, problem, report } = job;
  const shown = () => ({ ...job, ...veiled(who, fleet, { title, steps, problem, report }) });
  // Before it is there, and once it is taken back, a new VM is shared with nobody.
  if (job.kind === "create-vm" && job.startedBy === nameOf(who)) return shown();
  const vms = job.subjects.filter((subject) => uuid.test(subject));
  const seesAll = vms.every((vmId) => can(who, "vm.see", onVm({ hostId: job.hostId, vmId })));
  if (!jobsOfVms.has(job.kind) || vms.length === 0 || !seesAll) return null;
  return shown();
}
