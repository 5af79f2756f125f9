"use client";

import { useState } from "react";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { ManagedHostView } from "@/server/work/hosts/host-request.schema";
import { CredentialFields } from "./credential-fields";
import { HopFields } from "./hop-fields";
import {
  credentialKinds,
  defaultUri,
  type HostDraft,
  nameOf,
  type Problems,
  withTransport,
} from "./host-draft";
import { JumpFields } from "./jump-fields";
import { CertificateFields, TlsAddressFields } from "./tls-fields";
import { transportWords } from "./transport-words";

export interface HostFieldsProps {
  draft: HostDraft;
  /** The host as it is; null of a new one. */
  managed: ManagedHostView | null;
  problems: Problems;
  onChange(draft: HostDraft): void;
}

const transports = (["ssh", "tls"] as const).map((value) => ({ value, label: transportWords[value] }));

/** How a host is reached, what it is called, and what it is signed in to by. */
export function HostFields({ draft, managed, problems, onChange }: HostFieldsProps) {
  const { route, uri, credential } = draft;
  const isNew = managed === null;
  const canKeep = managed?.route.transport === route.transport;
  const [more, setMore] = useState(uri !== defaultUri);
  return (
    <>
      <SelectField
        label="Reached by"
        value={route.transport}
        choices={transports}
        onChange={(transport) => onChange(withTransport(draft, transport, managed))}
      />
      {route.transport === "ssh" ? (
        <HopFields
          hop={route.target}
          path="route.target"
          problems={problems}
          onChange={(target) => onChange({ ...draft, route: { ...route, target } })}
        />
      ) : (
        <TlsAddressFields
          route={route}
          problems={problems}
          onChange={(changed) => onChange({ ...draft, route: changed })}
        />
      )}
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
      {route.transport === "ssh" ? (
        <JumpFields
          jumps={route.jumps}
          problems={problems}
          onChange={(jumps) => onChange({ ...draft, route: { ...route, jumps } })}
        />
      ) : (
        <CertificateFields
          route={route}
          problems={problems}
          onChange={(changed) => onChange({ ...draft, route: changed })}
        />
      )}
      <CredentialFields
        credential={credential}
        kinds={[...(canKeep ? (["kept"] as const) : []), ...credentialKinds[route.transport]]}
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
