"use client";

import { OptionalNumberField } from "@/components/ui/form/number-field";
import { TextField } from "@/components/ui/form/text-field";
import type { SshHop } from "@/server/host/ssh/ssh-route.schema";
import type { Problems } from "./host-draft";

export interface HopFieldsProps {
  hop: SshHop;
  /** Where it stands in the form: "route.target". */
  path: string;
  problems: Problems;
  onChange(hop: SshHop): void;
}

/** The address of an sshd, and as whom it is signed in to. */
export function HopFields({ hop, path, problems, onChange }: HopFieldsProps) {
  return (
    <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1.2fr)_6rem]">
      <TextField
        label="Address"
        mono
        required
        autoCapitalize="none"
        maxLength={253}
        placeholder="atlas.example.org"
        problem={problems[`${path}.host`]}
        value={hop.host}
        onChange={(host) => onChange({ ...hop, host })}
      />
      <TextField
        label="User"
        mono
        autoCapitalize="none"
        maxLength={64}
        placeholder="as ssh is set up"
        problem={problems[`${path}.user`]}
        value={hop.user ?? ""}
        onChange={(user) => onChange({ ...hop, user: user === "" ? null : user })}
      />
      <OptionalNumberField
        label="Port"
        min={1}
        max={65535}
        placeholder="22"
        problem={problems[`${path}.port`]}
        value={hop.port}
        onChange={(port) => onChange({ ...hop, port })}
      />
    </div>
  );
}
