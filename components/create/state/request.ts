import type { Path, Problem } from "@/components/ui/form/problems";
import type { CreateChoices } from "@/server/create/choices.schema";
import {
  type CreateRequest,
  type CreateRequestInput,
  createRequestSchema,
} from "@/server/create/create-request.schema";
import { cloudSettings } from "./cloud";
import { plannedHash } from "./password";
import { issueProblems } from "./problems";
import { usualPool } from "./room";
import type { Wizard } from "./wizard";

/** What the server is asked to make, where what was said is enough for it, and what stands against it here already. */
export interface Asked {
  request: CreateRequest | null;
  problems: Problem[];
}

/** A wizard's answers as a request. */
export function requestOf(wizard: Wizard, choices: CreateChoices): Asked {
  const missing = missingOf(wizard);
  const parsed = createRequestSchema.safeParse({ source: sourceOf(wizard, choices), start: wizard.start });
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
    const { vmId, name, disks, newIdentities } = clone;
    return { kind: "clone", vmId: vmId ?? "", name, disks, newIdentities };
  }
  if (way === "xml")
    return { kind: "xml", xml: wizard.text, name: wizard.xmlName === "" ? null : wizard.xmlName };
  const cloudInit = way === "cloud-image" ? seedOf(wizard, choices) : null;
  return { kind: "specification", specification: draft, cloudInit };
}

function seedOf({ cloud, draft }: Wizard, choices: CreateChoices) {
  const first = draft.disks[0]?.source;
  const pool = first !== undefined && "pool" in first ? first.pool : (usualPool(choices) ?? "");
  if (cloud.files !== null) return { kind: "files" as const, pool, files: cloud.files };
  return {
    kind: "settings" as const,
    pool,
    settings: cloudSettings(cloud, draft.name, plannedHash(cloud.password)),
  };
}

/** What only the user can say, and has not yet. */
function missingOf({ way, draft, clone, text }: Wizard): Problem[] {
  const [disk] = draft.disks;
  const say = (broken: boolean, path: Path, message: string): Problem[] =>
    broken ? [{ path, weight: "fail", message, fix: null }] : [];
  switch (way) {
    case "iso":
      return say(
        draft.opticalDrives[0]?.source == null,
        ["opticalDrives", 0, "source"],
        "Choose the ISO to install from.",
      );
    case "cloud-image":
      return say(
        disk?.source.kind === "new-volume" && disk.source.copyOf === null,
        ["disks", 0, "source", "copyOf"],
        "Choose the image to copy.",
      );
    case "disk":
      return say(disk === undefined, ["disks", 0, "source"], "Choose the disk to boot from.");
    case "network":
      return say(draft.networks.length === 0, ["networks"], "Choose the network to boot from.");
    case "clone":
      return say(clone.vmId === null, ["vmId"], "Choose the VM to clone.");
    case "template":
      return say(clone.vmId === null, ["vmId"], "Choose the template.");
    case "xml":
      return say(text.trim() === "", ["xml"], "Paste the definition, or choose a file.");
    case "qemu":
      return [];
  }
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
