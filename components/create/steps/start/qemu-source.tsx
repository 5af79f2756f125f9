"use client";

import { api } from "@/components/data/api";
import type { ApiOutputs } from "@/components/data/client";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form/lines-field";
import { Section } from "@/components/ui/form/section";
import { withSpecification } from "../../state/wizard";
import { useWizard } from "../../wizard-context";
import { TextFile } from "./text-file";

/** A command line of QEMU's, read into all the other steps; what could not be carried over is told. */
export default function QemuSource() {
  const { hostId, wizard, update } = useWizard();
  const { text } = wizard;
  const read = useAction(api.create.importQemuCommand.mutationOptions(), ({ specification }) =>
    update((before) => withSpecification(before, specification)),
  );
  const write = (typed: string) => update((before) => ({ ...before, text: typed }));
  return (
    <Section title="QEMU command">
      <AreaField
        label="Command"
        note="As in a script: qemu-system-x86_64 -m 4G …, including line breaks and backslashes."
        rows={10}
        value={text}
        onChange={write}
      />
      <TextFile onText={write} accept=".sh,text/*" />
      <Button
        variant="primary"
        className="self-start"
        disabled={read.busy || text.trim() === ""}
        onClick={() => read.run({ hostId, text })}
      >
        Import command
      </Button>
      <p role="alert" className="wrap-anywhere text-danger empty:hidden">
        {read.problem}
      </p>
      <div role="status" className="empty:hidden">
        {read.answer === undefined ? null : <Notes notes={read.answer.notes} />}
      </div>
    </Section>
  );
}

function Notes({ notes }: { notes: ApiOutputs["create"]["importQemuCommand"]["notes"] }) {
  if (notes.length === 0) return <p>Everything was imported. Review the steps, then create the VM.</p>;
  return (
    <>
      <p className="font-medium">Imported, except for:</p>
      <ul className="mt-1 flex flex-col gap-1">
        {notes.map(({ argument, reason }) => (
          <li key={`${argument} ${reason}`} className="wrap-anywhere">
            <code className="rounded-sm bg-foreground/7 px-1 font-mono text-sm">{argument}</code> {reason}
          </li>
        ))}
      </ul>
    </>
  );
}
