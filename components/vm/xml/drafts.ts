import type { DefinitionVersion } from "../history/use-versions";

/** A definition that somebody is writing. */
export interface Draft {
  text: string;
  /** The version on whose ground it is written. */
  base: DefinitionVersion;
}

const drafts = new Map<string, Draft>();

/** What was being written, by VM: it outlives a look at another page, though not a reload. */
export const keptDrafts = {
  of: (vmKey: string): Draft | null => drafts.get(vmKey) ?? null,
  keep(vmKey: string, draft: Draft): void {
    if (draft.text === draft.base.xml) drafts.delete(vmKey);
    else drafts.set(vmKey, draft);
  },
};
