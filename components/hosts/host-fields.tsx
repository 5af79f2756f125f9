"use client";

import { useState } from "react";
import { TextField } from "@/components/ui/form/text-field";
import { CredentialFields } from "./credential-fields";
import { HopFields } from "./hop-fields";
import { defaultUri, type HostDraft, nameOf, type Problems } from "./host-draft";
import { JumpFields } from "./jump-fields";

export interface HostFieldsProps {
  draft: HostDraft;
  isNew: boolean;
  problems: Problems;
  onChange(draft: HostDraft): void;
}

/** How a host is reached, what it is called, and what it is signed in to by. */
export function HostFields({ draft, isNew, problems, onChange }: HostFieldsProps) {
  const { route, uri, credential } = draft;
  const [more, setMore] = useState(uri !== defaultUri);
  return (
    <>
      <HopFields
        hop={route.target}
        path="route.target"
        problems={problems}
        onChange={(target) => onChange({ ...draft, route: { ...route, target } })}
      />
      {isNew ? (
        <TextField
          label="Name"
          note="What Passdeck calls it, in addresses of pages too. It can’t be changed later."
          autoCapitalize="none"
          required
          maxLength={40}
          placeholder="atlas"
          problem={problems.name}
          value={nameOf(draft)}
          onChange={(name) => onChange({ ...draft, name: name === "" ? null : name })}
        />
      ) : null}
      <JumpFields
        jumps={route.jumps}
        problems={problems}
        onChange={(jumps) => onChange({ ...draft, route: { ...route, jumps } })}
      />
      <CredentialFields
        credential={credential}
        canKeep={!isNew}
        problems={problems}
        onChange={(changed) => onChange({ ...draft, credential: changed })}
      />
      <details
        open={more || problems.uri !== undefined}
        onToggle={({ currentTarget }) => setMore(currentTarget.open)}
      >
        <summary className="w-fit cursor-pointer rounded-sm py-1 text-muted">More</summary>
        <TextField
          label="libvirt URI"
          note="As the host itself would be asked."
          mono
          maxLength={500}
          placeholder={defaultUri}
          problem={problems.uri}
          value={uri}
          onChange={(changed) => onChange({ ...draft, uri: changed })}
        />
      </details>
    </>
  );
}
