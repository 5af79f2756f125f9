"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import { useViews, viewsChanged } from "./use-views";

interface SaveViewDialogProps {
  search: string;
  onClose(): void;
}

/** Asks for the name of what the list shows. That of a view that is there puts it in its place. */
export default function SaveViewDialog({ search, onClose }: SaveViewDialogProps) {
  const views = useViews();
  const [name, setName] = useState("");
  const [opens, setOpens] = useState<boolean | null>(null);
  const [tried, setTried] = useState(false);
  const save = useAction(api.account.saveView.mutationOptions(), () => {
    viewsChanged();
    onClose();
  });
  const wanted = name.trim();
  const there = views.find((view) => view.name.toLowerCase() === wanted.toLowerCase()) ?? null;
  const isDefault = opens ?? there?.isDefault ?? false;
  const submit = () => {
    setTried(true);
    if (wanted !== "") save.run({ view: { id: there?.id ?? null, name: wanted, search, isDefault } });
  };
  return (
    <FormDialog
      title="Save this view"
      description="What is searched for and filtered, the order, and how it is grouped. Only you see it."
      label={there === null ? "Save" : "Replace"}
      call={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Name"
        required
        maxLength={60}
        problem={tried && wanted === "" ? "Give it a name." : undefined}
        {...(there === null ? {} : { note: `“${there.name}” is there, and will show this.` })}
        value={name}
        onChange={setName}
      />
      <CheckField
        label="Open the list with it"
        note="In place of all VMs, whenever no other view is asked for."
        checked={isDefault}
        onChange={setOpens}
      />
    </FormDialog>
  );
}
