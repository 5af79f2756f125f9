import * as z from "zod";
import { definitionVersionSchema, versionSummarySchema } from "../database/definition-version.schema";
import type { VmKey } from "../database/definition-versions";
import { withNameOf } from "../domain/changes/keep-name";
import { versionOf } from "../work/definition/draft";
import { unifiedDiff } from "../xml/unified-diff";
import type { Context } from "./context";

/** A version, with what it changed. */
export const shownVersionSchema = z.object({
  version: definitionVersionSchema,
  /** The kept version before it; null of the first one. */
  before: versionSummarySchema.nullable(),
  /** From the one before to it. */
  diff: z.string(),
  /** What comes of restoring it: the version under the name that the VM has now. */
  restored: z.string(),
});

/** A version and what it changed. */
export function showVersion(
  { services }: Context,
  vm: VmKey,
  id: number,
): z.infer<typeof shownVersionSchema> {
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
