"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { Button } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form/lines-field";
import { Section } from "@/components/ui/form/section";
import { withSpecification } from "../../state/wizard";
import { useWizard } from "../../wizard-context";
import { TextFile } from "./text-file";

interface Reading {
  busy: boolean;
  problem: string | null;
  notes: readonly { argument: string; reason: string }[] | null;
}

/** A command line of QEMU's, read into all the other steps; what could not be carried over is told. */
export function QemuSource() {
  const { hostId, wizard, update } = useWizard();
  const [reading, setReading] = useState<Reading>({ busy: false, problem: null, notes: null });
  const read = async () => {
    setReading({ busy: true, problem: null, notes: null });
    try {
      const { specification, notes } = await trpc.create.importQemuCommand.mutate({
        hostId,
        text: wizard.text,
      });
      update((before) => withSpecification(before, specification));
      setReading({ busy: false, problem: null, notes });
    } catch (error) {
      setReading({ busy: false, problem: errorText(error), notes: null });
    }
  };
  return (
    <Section title="QEMU command">
      <AreaField
        label="Command"
        note="As in a script: qemu-system-x86_64 -m 4G …, including line breaks and backslashes."
        rows={10}
        value={wizard.text}
        onChange={(text) => update((before) => ({ ...before, text }))}
      />
      <TextFile onText={(text) => update((before) => ({ ...before, text }))} accept=".sh,text/*" />
      <Button
        variant="primary"
        className="self-start"
        disabled={reading.busy || wizard.text.trim() === ""}
        onClick={() => void read()}
      >
        Import command
      </Button>
      <div role="status" className="empty:hidden">
        {reading.problem === null ? null : <p className="wrap-anywhere text-danger">{reading.problem}</p>}
        {reading.notes === null ? null : <Notes notes={reading.notes} />}
      </div>
    </Section>
  );
}

function Notes({ notes }: { notes: NonNullable<Reading["notes"]> }) {
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
