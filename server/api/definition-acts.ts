import type { DefinitionVersion, VersionSummary, VmKey } from "../database/definition-versions";
import { changedParts, describeChange } from "../domain/changes/changed-parts";
import {
  checkDefinition,
  type DefinitionProblem,
  refuseBadDefinition,
} from "../domain/changes/check-definition";
import { fingerprintOf } from "../domain/changes/fingerprint";
import { withNameOf } from "../domain/changes/keep-name";
import { withPasswordsOf } from "../domain/changes/passwords";
import { replaceContent } from "../domain/changes/replace-content";
import { unifiedDiff } from "../domain/changes/unified-diff";
import { AppError } from "../errors";
import { isActive } from "../fleet/read-vm";
import { changeDefinition } from "../work/definition/change-definition";
import { DefinitionConflict } from "../work/definition/definition-conflict";
import { parseXml } from "../xml/xml";
import type { Context } from "./context";

/** A definition that a user wrote. */
export interface Draft {
  xml: string;
  /** The version on whose ground it was written. */
  base: number;
}

/** Somebody else changed the definition meanwhile. */
export interface Conflict {
  /** The definition as it is now. */
  now: DefinitionVersion;
  /** What the others changed. */
  theirs: string;
}

/** What would come of a draft. */
export interface Preview {
  /** From the definition as it is now to the draft. */
  diff: string;
  problems: DefinitionProblem[];
  /** What waits for the VM's next start; empty of a VM that is off. */
  afterRestart: string[];
  conflict: Conflict | null;
}

/** What came of saving. */
export type Saved =
  | { saved: true; version: DefinitionVersion; active: boolean }
  | { saved: false; conflict: Conflict };

/** A version, with what it changed. */
export interface ShownVersion {
  version: DefinitionVersion;
  /** The kept version before it; null of the first one. */
  before: VersionSummary | null;
  /** From the one before to it. */
  diff: string;
  /** What comes of restoring it: the version under the name that the VM has now. */
  restored: string;
}

/** Tells what saving a draft would do; null where the VM has no saved definition any more. Changes nothing. */
export async function previewDefinition(
  { services }: Context,
  vm: VmKey,
  { xml, base }: Draft,
): Promise<Preview | null> {
  const now = await services.definitions.present(vm);
  if (now === null) return null;
  const problems = await checkDefinition(now.xml, xml);
  const running = isActive(services.fleet.vm(vm.hostId, vm.vmId).summary.state);
  const changes = running && problems.length === 0 ? changedParts(now.xml, xml) : [];
  return {
    diff: unifiedDiff(now.xml, xml),
    problems,
    afterRestart: changes.map(({ part, how }) => `${part} ${how}`),
    conflict: now.id === base ? null : conflictOf(services, vm, { base, now }),
  };
}

/** Makes a draft the VM's definition, unless somebody else changed that meanwhile. Passwords stay. */
export async function saveDefinitionText(context: Context, vm: VmKey, { xml, base }: Draft): Promise<Saved> {
  const before = versionOf(context.services, vm, base);
  await refuseBadDefinition(before.xml, xml);
  const what = describeChange(before.xml, xml);
  return save(context, vm, {
    xml,
    before,
    what: `Edited the XML: ${what === "" ? "written otherwise" : what}`,
  });
}

/** Makes an earlier version the VM's definition again. A VM that was renamed since keeps its new name. */
export async function restoreVersion(
  context: Context,
  vm: VmKey,
  { versionId, base }: { versionId: number; base: number },
): Promise<Saved> {
  const { services } = context;
  const [wanted, before] = [versionOf(services, vm, versionId), versionOf(services, vm, base)];
  const xml = withNameOf(before.xml, wanted.xml);
  await refuseBadDefinition(before.xml, xml);
  const what = `Restored the version of ${new Date(wanted.at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
  return save(context, vm, { xml, before, what });
}

/** A version and what it changed. */
export function showVersion({ services }: Context, vm: VmKey, id: number): ShownVersion {
  const version = versionOf(services, vm, id);
  const { versions } = services.definitions;
  const before = versions.all(vm).find((other) => other.id < id) ?? null;
  const beforeXml = before && versions.find(vm, before.id)?.xml;
  return {
    version,
    before,
    diff: beforeXml == null ? "" : unifiedDiff(beforeXml, version.xml),
    restored: withNameOf(versions.latest(vm)?.xml ?? version.xml, version.xml),
  };
}

async function save(
  { services, user }: Context,
  vm: VmKey,
  { xml, before, what }: { xml: string; before: DefinitionVersion; what: string },
): Promise<Saved> {
  try {
    const { active } = await changeDefinition(services, {
      ...vm,
      by: user?.name ?? "",
      what,
      base: fingerprintOf(before.xml),
      edit: (document) => replaceContent(document, withPasswordsOf(document, parseXml(xml))),
    });
    return { saved: true, version: await presentOf(services, vm), active };
  } catch (error) {
    if (!(error instanceof DefinitionConflict)) throw error;
    return { saved: false, conflict: conflictOf(services, vm, { base: before.id, now: error.now }) };
  }
}

function conflictOf(
  { definitions }: Context["services"],
  vm: VmKey,
  { base, now }: { base: number; now: DefinitionVersion },
): Conflict {
  const before = definitions.versions.find(vm, base);
  return { now, theirs: before === null ? "" : unifiedDiff(before.xml, now.xml) };
}

/** The saved definition, as the version it is. @throws AppError "conflict" for a VM that has none. */
export async function presentOf({ definitions }: Context["services"], vm: VmKey): Promise<DefinitionVersion> {
  const present = await definitions.present(vm);
  if (present !== null) return present;
  throw new AppError("conflict", {
    userMessage: "This VM has no saved definition: it is gone, or lasts only until it is shut down.",
  });
}

/** @throws AppError "not-found" for a version that is not kept. */
export function versionOf({ definitions }: Context["services"], vm: VmKey, id: number): DefinitionVersion {
  const version = definitions.versions.find(vm, id);
  if (version !== null) return version;
  throw new AppError("not-found", {
    userMessage: "This version is not kept any more; there are newer ones. Look at the history again.",
  });
}
