"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { errorText } from "@/components/data/error-text";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { saveViews, type ViewDraft } from "./save-views";
import { useViews, viewsChanged } from "./use-views";
import { ViewEntry } from "./view-entry";

/** Renames views, deletes them, and says with which of them the list opens. */
export default function ManageViewsDialog({ onClose }: { onClose(): void }) {
  const [before] = useState(useViews());
  const [drafts, setDrafts] = useState<readonly ViewDraft[]>(() =>
    before.map((view) => ({ ...view, isDeleted: false })),
  );
  const group = useId();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => saveViews(before, drafts),
    onSettled: viewsChanged,
    onSuccess: onClose,
  });
  const change = (id: string, part: Partial<ViewDraft>) =>
    setDrafts(drafts.map((draft) => (draft.id === id ? { ...draft, ...part } : draft)));
  const open = (opening: string | null) =>
    setDrafts(drafts.map((draft) => ({ ...draft, isDefault: draft.id === opening })));
  return (
    <FormDialog
      title="Views"
      label="Save"
      call={{ busy: isPending, problem: error === null ? null : errorText(error) }}
      onSubmit={() => mutate()}
      onClose={onClose}
    >
      <fieldset className="min-w-0">
        <legend className="text-muted text-sm">The list opens with</legend>
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="radio"
            name={group}
            className="size-4 accent-accent"
            checked={!drafts.some(({ isDefault, isDeleted }) => isDefault && !isDeleted)}
            onChange={() => open(null)}
          />
          All VMs
        </label>
        <ul>
          {drafts.map((draft) => (
            <ViewEntry
              key={draft.id}
              draft={draft}
              group={group}
              onChange={(part) => change(draft.id, part)}
              onOpen={() => open(draft.id)}
            />
          ))}
        </ul>
      </fieldset>
    </FormDialog>
  );
}
