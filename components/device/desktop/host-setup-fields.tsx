"use client";

import { useId, useState } from "react";
import { TextField } from "@/components/ui/form/text-field";
import { ReasonButton } from "@/components/ui/reason-button";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { LookingGlass } from "@/server/domain/looking-glass/looking-glass.schema";
import type { LookingGlassFiles } from "@/server/prepare/looking-glass/looking-glass-files.schema";
import { setUpFor, userProblem } from "./host-setup";

interface HostSetupFieldsProps {
  value: LookingGlass;
  host: CreateChoices["lookingGlass"];
  /** Shows the plan of the host's files. */
  onSetUp(files: LookingGlassFiles): void;
}

/** Whether the host's own files give the memory to somebody, and the way to the plan that has them do so. */
export function HostSetupFields({ value, host, onSetUp }: HostSetupFieldsProps) {
  const id = useId();
  const there = setUpFor(value, host);
  const [typed, setTyped] = useState<string | null>(null);
  const user = typed ?? there ?? "";
  const problem = userProblem(user);
  const reason =
    user === "" || problem !== null
      ? "Enter the name of the user who runs the client first."
      : user === there
        ? "The host has it for this user already."
        : null;
  return (
    <section aria-labelledby={id} className="rounded-lg border border-border px-3 py-2.5">
      <p id={id} className="font-medium">
        Files of the host
      </p>
      <p className="mt-0.5 text-muted text-sm">{wordsOf(value, host, there)}</p>
      <div className="mt-2 flex flex-wrap items-end gap-3">
        <TextField
          label="User who runs the client"
          className="w-56"
          value={user}
          problem={problem}
          onChange={setTyped}
        />
        <ReasonButton
          reason={reason}
          onClick={() => onSetUp({ memory: value.memory, mebibytes: value.mebibytes, user })}
        >
          Set up the host…
        </ReasonButton>
      </div>
    </section>
  );
}

function wordsOf(
  { memory }: LookingGlass,
  host: CreateChoices["lookingGlass"],
  there: string | null,
): string {
  if (there !== null) return `In place for ${there}.`;
  const signed =
    memory === "kvmfr" && host?.secureBoot === true
      ? " Secure Boot is on: the module has to be signed with a key that the firmware knows (MOK)."
      : "";
  return memory === "shm"
    ? "The memory has to be made for the user before QEMU makes it for itself. The plan shows each file first."
    : `The module has to be loaded with its size, its device given to the user, and QEMU let open it. The plan shows each file first.${signed}`;
}
