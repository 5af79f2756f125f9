"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form/lines-field";
import { Section } from "@/components/ui/form/section";
import { type Choice, SelectField } from "@/components/ui/form/select-field";
import { type TextFormat, textFormatNames, textFormats } from "@/server/create/text-format.schema";
import { withSpecification } from "../../state/wizard";
import { useWizard } from "../../wizard-context";
import { ImportNotes } from "./import-notes";
import { TextFile } from "./text-file";

const formatChoices: Choice<TextFormat | "detect">[] = [
  { value: "detect", label: "Detect from the text" },
  ...textFormats.map((value) => ({ value, label: textFormatNames[value] })),
];

/** A VM of another program, read into all the other steps; what could not be carried over is told. */
export default function ImportSource() {
  const { hostId, wizard, update } = useWizard();
  const { text } = wizard;
  const [format, setFormat] = useState<TextFormat | "detect">("detect");
  const read = useAction(api.create.importText.mutationOptions(), ({ specification }) =>
    update((before) => withSpecification(before, specification)),
  );
  const write = (typed: string) => update((before) => ({ ...before, text: typed }));
  return (
    <Section title="Import">
      <SelectField
        label="Format"
        value={format}
        choices={formatChoices}
        onChange={(chosen) => setFormat(chosen)}
      />
      <AreaField
        label="Text"
        note="A Proxmox VE configuration (qm config 100, /etc/pve/qemu-server/100.conf), or a command or script with qemu-system-x86_64 -m 4G …"
        rows={10}
        value={text}
        onChange={write}
      />
      <TextFile onText={write} accept=".conf,.sh,.vma,.zst,text/*" />
      <Button
        variant="primary"
        className="self-start"
        disabled={read.busy || text.trim() === ""}
        onClick={() => read.run({ hostId, text, textFormat: format === "detect" ? null : format })}
      >
        Import
      </Button>
      <p role="alert" className="wrap-anywhere text-danger empty:hidden">
        {read.problem}
      </p>
      <div role="status" className="empty:hidden">
        {read.answer === undefined ? null : <ImportNotes {...read.answer} />}
      </div>
    </Section>
  );
}
