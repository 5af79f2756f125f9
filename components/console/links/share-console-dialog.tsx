"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { formatTime } from "@/components/formats/times";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { type Choice, SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import type { WatchedConsole } from "../people/watched-console";
import { LinkList } from "./link-list";
import { LinkTime, usualMinutes } from "./link-time";

const kinds: readonly Choice<WatchedConsole["kind"]>[] = [
  { value: "graphical", label: "Graphical console (screen)" },
  { value: "serial", label: "Serial console" },
];

export interface ShareConsoleDialogProps {
  /** The one that is chosen at first. */
  console: WatchedConsole;
  onClose(): void;
}

/** Makes links to a VM's consoles for who has no account, and lists those that work. */
export default function ShareConsoleDialog({
  console: { vm, kind: first },
  onClose,
}: ShareConsoleDialogProps) {
  const [kind, setKind] = useState<WatchedConsole["kind"]>(first);
  const [mayType, setMayType] = useState(false);
  const [minutes, setMinutes] = useState<number>(usualMinutes);
  const [label, setLabel] = useState("");
  const making = useAction(api.console.createLink.mutationOptions());
  if (making.answer !== undefined) {
    const { token, expiresAt } = making.answer;
    return (
      <ShownOnceDialog
        title={`Link to ${vm.name}’s ${kind} console`}
        label="Link"
        what="link"
        secret={`${window.location.origin}/console-link#token=${token}`}
        onClose={onClose}
      >
        Hand it on in a way that nobody else can read: whoever has it {mayType ? "types at" : "watches"} the
        console, without an account, until {formatTime(expiresAt)} or until it is revoked. It is shown only
        now.
      </ShownOnceDialog>
    );
  }
  return (
    <FormDialog
      wide
      title="Share this console"
      description={`Whoever opens the link sees one console of ${vm.name} and nothing else of Passdeck.`}
      label="Make a link"
      call={making}
      onSubmit={() =>
        making.run({ hostId: vm.hostId, vmId: vm.id, kind, readOnly: !mayType, minutes, label })
      }
      onClose={onClose}
    >
      <SelectField label="Console" value={kind} choices={kinds} onChange={(chosen) => setKind(chosen)} />
      <CheckField
        label="May type"
        note={`Without it they only watch. Who types at a console can do all that the guest lets them, such as log in or restart ${vm.name}.`}
        checked={mayType}
        onChange={setMayType}
      />
      <LinkTime minutes={minutes} onChange={setMinutes} />
      <TextField
        label="For whom (optional)"
        note="Shown in the list of viewers and in the audit log: Guest (Lena)."
        maxLength={64}
        value={label}
        onChange={setLabel}
      />
      <LinkList vm={vm} />
    </FormDialog>
  );
}
