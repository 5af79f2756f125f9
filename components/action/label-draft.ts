import type { LabelChange } from "@/server/domain/labels.schema";
import type { VmSummary } from "@/server/fleet/schema";

/** Whether all of some VMs have a tag, or none, or some. */
export type TagState = "all" | "some" | "none";

/** The tags and the folder of VMs as a form has them. */
export interface LabelDraft {
  tags: ReadonlyMap<string, TagState>;
  /** As typed; null where nobody touched it. */
  folder: string | null;
}

type Labelled = Pick<VmSummary, "tags" | "folder">;

/** What `vms` have of the tags that there are. */
export function draftOf(vms: readonly Labelled[], known: readonly string[]): LabelDraft {
  const tags = new Map(known.map((tag) => [tag, stateOf(vms, tag)]));
  return { tags, folder: null };
}

function stateOf(vms: readonly Labelled[], tag: string): TagState {
  const having = vms.filter(({ tags }) => tags.includes(tag)).length;
  return having === 0 ? "none" : having === vms.length ? "all" : "some";
}

/** The folder that all of `vms` are in, "" for none; null where they are in different ones. */
export function commonFolder(vms: readonly Labelled[]): string | null {
  const [first, ...others] = new Set(vms.map(({ folder }) => folder ?? ""));
  return first === undefined || others.length > 0 ? null : first;
}

/** What the form asks for; null where it leaves all as it is. */
export function changeIn(draft: LabelDraft, vms: readonly Labelled[]): LabelChange | null {
  const before = draftOf(vms, [...draft.tags.keys()]).tags;
  const changed = (to: TagState) =>
    [...draft.tags].flatMap(([tag, state]) => (state === to && before.get(tag) !== to ? tag : []));
  const change: LabelChange = { add: changed("all"), remove: changed("none") };
  const folder = draft.folder?.trim() ?? null;
  if (folder !== null && folder !== commonFolder(vms)) change.folder = folder === "" ? null : folder;
  return change.add.length + change.remove.length === 0 && change.folder === undefined ? null : change;
}
