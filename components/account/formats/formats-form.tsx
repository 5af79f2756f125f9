"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { writeAs } from "@/components/formats/page-formats";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/form/select-field";
import type { FormatsChoice } from "@/server/access/formats/formats.schema";
import { clockChoices, firstDayChoices, regionChoices, timeZoneChoices } from "./formats-choices";
import { FormatsExample } from "./formats-example";

interface FormatsFormProps {
  chosen: FormatsChoice;
  onSaved(): void;
}

/** What is chosen. Saved, it holds for this page at once, and elsewhere from the next page on that the server draws. */
export function FormatsForm({ chosen, onSaved }: FormatsFormProps) {
  const [draft, setDraft] = useState(chosen);
  // It takes a while to find out what all regions are called.
  const [regions] = useState(regionChoices);
  const save = useAction(api.account.chooseFormats.mutationOptions(), (formats) => {
    writeAs(formats);
    onSaved();
  });
  const change = (part: Partial<FormatsChoice>) => setDraft({ ...draft, ...part });
  return (
    <form
      noValidate
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.run({ choice: draft, browser: navigator.language });
      }}
    >
      <p className="text-muted text-sm">
        Passdeck’s language is English, as are the messages of libvirt, QEMU and the kernel that it shows.
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label="Formats"
          value={draft.region}
          choices={regions}
          onChange={(region) => change({ region })}
        />
        <SelectField
          label="Time zone"
          value={draft.timeZone}
          choices={timeZoneChoices(draft.timeZone)}
          onChange={(timeZone) => change({ timeZone })}
        />
        <SelectField
          label="Clock"
          value={draft.clock}
          choices={clockChoices}
          onChange={(clock) => change({ clock })}
        />
        <SelectField
          label="First day of the week"
          value={draft.firstDay}
          choices={firstDayChoices}
          onChange={(firstDay) => change({ firstDay })}
        />
      </div>
      <FormatsExample choice={draft} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={save.busy || isSame(draft, chosen)}>
          Save
        </Button>
        <p role="alert" className="wrap-anywhere text-danger empty:hidden">
          {save.problem}
        </p>
      </div>
    </form>
  );
}

function isSame(one: FormatsChoice, other: FormatsChoice): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
