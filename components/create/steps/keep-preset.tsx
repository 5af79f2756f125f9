"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { Button } from "@/components/ui/button";
import { Columns, Section } from "@/components/ui/form/section";
import { TextField } from "@/components/ui/form/text-field";
import { useWizard } from "../wizard-context";

/** Keeps what was chosen under a name, for more VMs of this sort. */
export function KeepPreset() {
  const { wizard, keepPreset } = useWizard();
  const [name, setName] = useState("");
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ ok: boolean; words: string } | null>(null);
  const keep = async () => {
    setBusy(true);
    try {
      keepPreset(await trpc.create.savePreset.mutate({ name, note, specification: wizard.draft }));
      setOutcome({ ok: true, words: `Saved “${name}” as a preset.` });
    } catch (error) {
      setOutcome({ ok: false, words: errorText(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title="Save as preset">
      <Columns>
        <TextField label="Preset name" value={name} onChange={setName} />
        <TextField label="Description" value={note} onChange={setNote} />
      </Columns>
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={busy || name.trim() === ""} onClick={() => void keep()}>
          Save preset
        </Button>
        <p role="status" className={outcome?.ok === false ? "text-danger" : "text-muted"}>
          {outcome?.words}
        </p>
      </div>
    </Section>
  );
}
