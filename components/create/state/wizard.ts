import type { CreateChoices } from "@/server/create/choices.schema";
import type { CloneDisk } from "@/server/create/create-request.schema";
import type { VmSpecification } from "@/server/create/vm-specification.schema";
import { type AnswersDraft, emptyAnswers } from "./answers";
import { baseOf, type ChosenPreset } from "./base";
import { type CloudDraft, emptyCloud } from "./cloud";
import { emptyLinuxAnswers, type LinuxDraft } from "./linux-answers";
import { rebase } from "./rebase";
import { volumeName } from "./room";
import { isDescribed, type Way } from "./way";

/** All that somebody has said of a new VM so far. */
export interface Wizard {
  way: Way;
  preset: ChosenPreset;
  /** What way and preset make of a VM by themselves … */
  base: VmSpecification;
  /** … and what the user made of it. */
  draft: VmSpecification;
  cloud: CloudDraft;
  answers: AnswersDraft;
  linux: LinuxDraft;
  clone: CloneDraft;
  /** The XML or the command that is imported. */
  text: string;
  /** Another name than that in the XML; empty keeps it. */
  xmlName: string;
  start: boolean;
  /** Somebody is at the field of the name: nothing that comes meanwhile puts another there. */
  naming: boolean;
}

export interface CloneDraft {
  /** null while none is chosen. */
  vmId: string | null;
  /** The other host that it is on; null: it is on the one where the clone is made. */
  fromHostId: string | null;
  name: string;
  disks: CloneDisk[];
  newIdentities: boolean;
}

/** A wizard as it opens. */
export function openWizard(way: Way, preset: ChosenPreset, choices: CreateChoices): Wizard {
  const base = baseOf(isDescribed(way) ? way : "iso", preset, choices);
  return {
    way,
    preset,
    base,
    draft: base,
    cloud: emptyCloud(),
    answers: emptyAnswers(),
    linux: emptyLinuxAnswers(),
    clone: { vmId: null, fromHostId: null, name: "", disks: [], newIdentities: true },
    text: "",
    xmlName: "",
    start: true,
    naming: false,
  };
}

/** Disks and drives become those of the other way; all else that was changed stays. */
export function withWay(wizard: Wizard, way: Way, choices: CreateChoices): Wizard {
  if (!isDescribed(way)) return { ...wizard, way };
  const base = baseOf(way, wizard.preset, choices);
  const { disks, opticalDrives, networks } = base;
  const kept = rebase(wizard.draft, wizard.base, base);
  return {
    ...wizard,
    way,
    base,
    draft: renamed({ ...kept, disks, opticalDrives, networks }, kept.name, base.name),
  };
}

/** What the user left alone becomes what the other preset says. */
export function withOtherPreset(wizard: Wizard, preset: ChosenPreset, choices: CreateChoices): Wizard {
  const base = baseOf(isDescribed(wizard.way) ? wizard.way : "iso", preset, choices);
  const draft = rebase(wizard.draft, wizard.base, base);
  return {
    ...wizard,
    preset,
    base,
    draft: wizard.naming ? renamed(draft, wizard.draft.name, draft.name) : draft,
  };
}

/** The host has other things to choose from by now: what the user left alone becomes what they suggest. */
export function withChoices(wizard: Wizard, choices: CreateChoices): Wizard {
  const now = withOtherPreset(wizard, wizard.preset, choices);
  return { ...now, draft: renamed(now.draft, now.draft.name, now.base.name) };
}

/** A VM that was read elsewhere takes the place of all that was said; disks and name are its own. */
export function withSpecification(wizard: Wizard, specification: VmSpecification): Wizard {
  return { ...wizard, base: specification, draft: specification };
}

/** The name, and those of new volumes that were called after the old one. */
export function withName(wizard: Wizard, name: string): Wizard {
  return { ...wizard, draft: renamed(wizard.draft, name, wizard.draft.name) };
}

function renamed(vm: VmSpecification, name: string, before: string): VmSpecification {
  const disks = vm.disks.map((disk, index) => {
    const { source } = disk;
    if (source.kind !== "new-volume") return disk;
    if (source.volume !== volumeName(before, index, source.format)) return disk;
    return { ...disk, source: { ...source, volume: volumeName(name, index, source.format) } };
  });
  return { ...vm, name, disks };
}

/** Whether it asks for named devices, which are given when it is started on its page, and not before. */
export function waitsForCards({ way, draft }: Pick<Wizard, "way" | "draft">): boolean {
  return isDescribed(way) && draft.namedDevices.length > 0;
}

/** Whether it is started once it is there. */
export function isStarted(wizard: Pick<Wizard, "way" | "draft" | "start">): boolean {
  return wizard.start && !waitsForCards(wizard);
}
