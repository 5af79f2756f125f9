"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { Columns, Section } from "@/components/ui/form/section";
import { TextField } from "@/components/ui/form/text-field";
import { useWizard } from "../wizard-context";

/** Keeps what was chosen under a name, for more VMs of this sort. */
export function KeepPreset() {
  const { wizard, reloadPresets } = useWizard();
  const [name, setName] = useState("");
  const [note, setNote] = useState("");
  const save = useAction(api.create.savePreset.mutationOptions(), reloadPresets);
  return (
    <Section title="Save as preset">
      <Columns>
        <TextField label="Preset name" value={name} onChange={setName} />
        <TextField label="Description" value={note} onChange={setNote} />
      </Columns>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          disabled={save.busy || name.trim() === ""}
          onClick={() => save.run({ name, note, specification: wizard.draft })}
        >
          Save preset
        </Button>
        <p role="status" className="text-muted empty:hidden">
          {save.answer === undefined ? null : `Saved “${save.answer.name}” as a preset.`}
        </p>
        <p role="alert" className="wrap-anywhere text-danger empty:hidden">
          {save.problem}
        </p>
      </div>
    </Section>
  );
}
