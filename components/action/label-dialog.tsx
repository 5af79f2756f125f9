"use client";

import { useId, useState } from "react";
import { TagBadge } from "@/components/fleet/tag-badge";
import { useLabels } from "@/components/fleet/use-labels";
import { countOf } from "@/components/formats/numbers";
import { Checkbox } from "@/components/ui/checkbox";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import { folderSchema, type LabelChange, tagSchema } from "@/server/domain/labels.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { changeIn, commonFolder, draftOf, type TagState } from "./label-draft";
import { NewTag } from "./new-tag";

export interface LabelDialogProps {
  vms: readonly VmSummary[];
  onClose(): void;
  onChange(change: LabelChange): void;
}

/** Asks for the tags and the folder of one VM or of several, of which each may have others. */
export default function LabelDialog({ vms, onClose, onChange }: LabelDialogProps) {
  const known = useLabels();
  const [draft, setDraft] = useState(() =>
    draftOf(
      vms,
      known.tags.map(([tag]) => tag),
    ),
  );
  const [typed, setTyped] = useState("");
  const folders = useId();
  const common = commonFolder(vms);
  const folder = draft.folder ?? common ?? "";
  const folderProblem = folder.trim() === "" ? null : problemIn(folderSchema.safeParse(folder));
  const typedProblem = typed.trim() === "" ? null : problemIn(tagSchema.safeParse(typed));
  const withTag = (tag: string, state: TagState) => ({ ...draft, tags: new Map(draft.tags).set(tag, state) });
  const withTyped = () => withTag(tagSchema.parse(typed), "all");
  const add = () => {
    if (typed.trim() === "" || typedProblem !== null) return;
    setDraft(withTyped());
    setTyped("");
  };
  const submit = () => {
    if (folderProblem !== null || typedProblem !== null) return;
    const change = changeIn(typed.trim() === "" ? draft : withTyped(), vms);
    if (change === null) onClose();
    else onChange(change);
  };
  const [only] = vms;
  const subject = vms.length === 1 && only !== undefined ? only.name : countOf(vms.length, "VM");
  return (
    <FormDialog
      title={`Tags and folder of ${subject}`}
      description="To find VMs by, and to group them. They stand in the VM’s definition, and go with it."
      label="Save"
      call={null}
      onSubmit={submit}
      onClose={onClose}
    >
      <fieldset className="min-w-0" hidden={draft.tags.size === 0}>
        <legend className="font-medium">Tags</legend>
        <div className="mt-1 flex max-h-48 flex-wrap gap-x-4 overflow-y-auto">
          {[...draft.tags].map(([tag, state]) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the control is a component in it.
            <label key={tag} className="inline-flex max-w-full items-center gap-1">
              <Checkbox
                checked={state === "all"}
                indeterminate={state === "some"}
                onChange={() => setDraft(withTag(tag, state === "all" ? "none" : "all"))}
              />
              <TagBadge tag={tag} />
            </label>
          ))}
        </div>
      </fieldset>
      <NewTag text={typed} problem={typedProblem} onText={setTyped} onAdd={add} />
      <TextField
        label="Folder"
        note={
          common === null && draft.folder === null
            ? "They are in different folders, and stay there unless you write one."
            : "A name, or several with slashes between them: Web/Production. Empty: in none."
        }
        problem={folderProblem}
        list={folders}
        value={folder}
        onChange={(text) => setDraft({ ...draft, folder: text })}
      />
      <datalist id={folders}>
        {known.folders.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </FormDialog>
  );
}

function problemIn({
  error,
}: {
  error?: { issues: readonly { message: string }[] } | undefined;
}): string | null {
  return error?.issues[0]?.message ?? null;
}
