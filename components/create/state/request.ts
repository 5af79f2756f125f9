import type { Path } from "@/components/ui/form/problems";
import type { CreateChoices } from "@/server/create/choices.schema";
import { type CreateRequestInput, createRequestSchema } from "@/server/create/create-request.schema";
import { type Asked, missingOf } from "./asked";
import { asksForAnswers } from "./asks-for-answers";
import { cloudSettings, seededVm } from "./cloud";
import { plannedLinuxAnswers } from "./linux-answers";
import { plannedHash } from "./password";
import { issueProblems } from "./problems";
import { usualPool } from "./room";
import { windowsSettings } from "./windows-settings";
import { isStarted, type Wizard } from "./wizard";

/** A wizard's answers as a request. */
export function requestOf(wizard: Wizard, choices: CreateChoices): Asked {
  const missing = missingOf(wizard);
  const parsed = createRequestSchema.safeParse({
    source: sourceOf(wizard, choices),
    start: isStarted(wizard),
  });
  const issues = issueProblems(parsed.error?.issues ?? []).map((problem) => ({
    ...problem,
    path: placeOf(problem.path),
  }));
  const problems = [
    ...missing,
    ...issues.filter(({ path }) => !missing.some((one) => covers(one.path, path))),
  ];
  return { request: problems.length === 0 ? (parsed.data ?? null) : null, problems };
}

function sourceOf(wizard: Wizard, choices: CreateChoices): CreateRequestInput["source"] {
  const { way, draft, clone } = wizard;
  if (way === "clone" || way === "template") {
    return { ...clone, kind: "clone", vmId: clone.vmId ?? "" };
  }
  if (way === "xml")
    return { kind: "xml", xml: wizard.text, name: wizard.xmlName === "" ? null : wizard.xmlName };
  if (way !== "cloud-image")
    return {
      kind: "specification",
      specification: draft,
      cloudInit: null,
      answers: answersOf(wizard, choices),
    };
  return {
    kind: "specification",
    specification: seededVm(draft, wizard.cloud),
    cloudInit: seedOf(wizard, choices),
  };
}

/** Where a CD of Passdeck's own goes: beside the first disk. */
function cdPool({ draft }: Wizard, choices: CreateChoices): string {
  const first = draft.disks[0]?.source;
  return first !== undefined && "pool" in first ? first.pool : (usualPool(choices) ?? "");
}

function answersOf(wizard: Wizard, choices: CreateChoices) {
  const { answers, linux, draft } = wizard;
  const system = asksForAnswers(wizard);
  const { on, files } = system === "windows" ? answers : linux;
  if (!on || system === null) return null;
  const pool = cdPool(wizard, choices);
  const installer = system === "windows" ? system : linux.installer;
  if (files !== null) return { kind: "files" as const, installer, pool, files };
  if (system === "linux") return { ...plannedLinuxAnswers(linux, draft.name), pool };
  return { kind: system, pool, settings: windowsSettings(answers, draft.name) };
}

function seedOf(wizard: Wizard, choices: CreateChoices) {
  const { cloud, draft } = wizard;
  const pool = cdPool(wizard, choices);
  if (cloud.files !== null) return { kind: "files" as const, pool, files: cloud.files };
  return {
    kind: "settings" as const,
    pool,
    settings: cloudSettings(cloud, draft, plannedHash(cloud.password)),
  };
}

/** Places in the request as places of the VM, where fields show them: "source.specification.cpu" is "cpu". */
function placeOf([source, part, ...rest]: Path): Path {
  if (source !== "source") return [source ?? "", ...(part === undefined ? [] : [part]), ...rest];
  if (part === "specification") return rest;
  if (part === "cloudInit")
    return ["cloudInit", ...rest.filter((step) => step !== "settings" && step !== "files")];
  return part === undefined ? [] : [part, ...rest];
}

function covers(outer: Path, inner: Path): boolean {
  return outer.every((step, index) => inner[index] === step);
}
