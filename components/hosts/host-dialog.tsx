"use client";

import { useId, useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { HostKey } from "@/server/host/route/host-key.schema";
import { placesOf } from "@/server/host/route/route-places.schema";
import type { ManagedHostView } from "@/server/work/hosts/host-request.schema";
import { CheckView } from "./check-view";
import { HostDialogButtons } from "./host-dialog-buttons";
import { checkDraft, draftOf, type HostDraft, leadsElsewhere, nameOf, nameProblem } from "./host-draft";
import { HostFields } from "./host-fields";
import { acceptedKeys, keysOf } from "./keys";
import { readiness } from "./readiness";
import { transportNotes } from "./transport-words";
import { useHostCheck } from "./use-host-check";

export interface HostDialogProps {
  /** The host to change; null of a new one. */
  managed: ManagedHostView | null;
  onClose(): void;
}

/** Asks how a host is reached, tests the way there, and has it managed or changed. */
export default function HostDialog({ managed, onClose }: HostDialogProps) {
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(managed));
  const [pins, setPins] = useState<readonly HostKey[]>(() => keysOf(managed));
  const [tried, setTried] = useState(false);
  const check = useHostCheck();
  // What was sent holds passwords: it goes with the dialog.
  const add = useAction(api.hosts.add.mutationOptions({ gcTime: 0 }), onClose);
  const change = useAction(api.hosts.change.mutationOptions({ gcTime: 0 }), onClose);

  const hostId = managed?.hostId ?? null;
  const { request, problems } = checkDraft(draft, hostId);
  const wrongName = hostId === null ? nameProblem(nameOf(draft)) : null;
  const ready = readiness(check.progress, pins.length === placesOf(draft.route).length, managed !== null);

  const edit = (changed: HostDraft) => {
    if (leadsElsewhere(changed.route, draft.route))
      setPins(managed && !leadsElsewhere(changed.route, managed.route) ? keysOf(managed) : []);
    if (changed.route !== draft.route || changed.uri !== draft.uri || changed.credential !== draft.credential)
      check.clear();
    setDraft(changed);
  };
  const test = (accepted = pins) => {
    setTried(true);
    if (request !== null) check.run({ ...request, pins: [...accepted] });
  };
  const accept = () => {
    const { seen } = check.progress;
    if (seen === null) return;
    const accepted = acceptedKeys(pins, draft.route, seen);
    setPins(accepted);
    test(accepted);
  };
  const save = () => {
    setTried(true);
    if (request === null || wrongName !== null) return;
    const { route, uri, credential } = request;
    const keys = [...pins];
    if (hostId !== null) change.run({ hostId, route, uri, credential, pins: keys });
    else if (credential.kind !== "kept") add.run({ name: nameOf(draft), route, uri, credential, pins: keys });
  };

  const shown = tried ? { ...problems, ...(wrongName === null ? {} : { name: wrongName }) } : {};
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title={managed === null ? "Add host" : `Change ${managed.hostId}`}
        description={transportNotes[draft.route.transport]}
        footer={
          <HostDialogButtons
            form={id}
            isNew={managed === null}
            tests={check.progress.outcome === "runs"}
            ready={ready}
            busy={add.busy || change.busy}
            onTest={() => test()}
            onStop={check.stop}
          />
        }
      >
        <form
          id={id}
          noValidate
          className="flex flex-col gap-3 pt-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready.way !== "not-yet") save();
            else if (check.progress.outcome !== "runs") test();
          }}
        >
          <HostFields draft={draft} managed={managed} problems={shown} onChange={edit} />
          <CheckView progress={check.progress} onAccept={accept} />
          <p role="alert" className="wrap-anywhere text-danger empty:hidden">
            {add.problem ?? change.problem}
          </p>
        </form>
      </DialogContent>
    </Dialog>
  );
}
