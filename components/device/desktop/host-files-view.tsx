"use client";

import { useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { TextField } from "@/components/ui/form/text-field";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { LookingGlass } from "@/server/domain/looking-glass/looking-glass.schema";
import { hostTexts, userProblem } from "./host-files";

interface HostFilesViewProps {
  value: LookingGlass;
  host: CreateChoices["lookingGlass"];
}

/** What is to be placed on the host for Looking Glass, to be copied. */
export function HostFilesView({ value, host }: HostFilesViewProps) {
  const [user, setUser] = useState("");
  const problem = user === "" ? null : userProblem(user);
  const named = problem === null && user !== "" ? user : "USER";
  const texts = hostTexts(value, { user: named, confinement: host?.confinement ?? [] });
  return (
    <details className="rounded-lg border border-border">
      <summary className="cursor-pointer px-3 py-2 font-medium">Files of the host</summary>
      <div className="flex flex-col gap-3 border-border border-t px-3 py-3">
        <p className="text-muted text-sm">
          To be placed on the host as root, once. Passdeck does not write them.
          {value.memory === "kvmfr" && host?.secureBoot === true
            ? " Secure Boot is on: the module has to be signed with a key that the firmware knows (MOK)."
            : ""}
        </p>
        <TextField
          label="User who runs the client"
          className="max-w-56"
          placeholder="USER"
          value={user}
          problem={problem}
          onChange={setUser}
        />
        {texts.map(({ title, text }) => (
          <div key={title}>
            <div className="flex items-center justify-between gap-2">
              <p className="wrap-anywhere min-w-0 font-mono text-sm">{title}</p>
              <CopyButton text={text} what={title} size="icon" />
            </div>
            <pre className="mt-1 overflow-x-auto rounded-md border border-border bg-surface px-2.5 py-1.5 font-mono text-sm">
              {text}
            </pre>
          </div>
        ))}
      </div>
    </details>
  );
}
