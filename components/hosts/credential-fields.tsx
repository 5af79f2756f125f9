"use client";

import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { credentialWords } from "./credential-words";
import { type CredentialKind, emptyCredential, type HostDraft, type Problems } from "./host-draft";
import { PastedField } from "./pasted-field";

const longestKey = 16_384;

type Credential = HostDraft["credential"];

export interface CredentialFieldsProps {
  credential: Credential;
  /** What can be signed in by. */
  kinds: readonly CredentialKind[];
  problems: Problems;
  onChange(credential: Credential): void;
}

/** What Passdeck signs in by. */
export function CredentialFields({ credential, kinds, problems, onChange }: CredentialFieldsProps) {
  return (
    <>
      {kinds.length === 1 ? null : (
        <SelectField
          label="Sign in by"
          note={notes[credential.kind]}
          value={credential.kind}
          choices={kinds.map((value) => ({ value, label: credentialWords[value] }))}
          onChange={(kind) => onChange(emptyCredential(kind))}
        />
      )}
      {credential.kind === "password" ? (
        <TextField
          label="Password"
          type="password"
          required
          maxLength={1024}
          problem={problems["credential.password"]}
          value={credential.password}
          onChange={(password) => onChange({ ...credential, password })}
        />
      ) : null}
      {credential.kind === "key" || credential.kind === "client-key" ? (
        <KeyFields credential={credential} problems={problems} onChange={onChange} />
      ) : null}
    </>
  );
}

const kept = "Kept encrypted, and never shown again.";
const notes: Readonly<Record<CredentialKind, string>> = {
  kept: "It is sent to the address that it was given for, and nowhere else.",
  own: "The keys, the agent and the ssh configuration of the user that Passdeck runs as.",
  password: kept,
  key: kept,
  "client-key": kept,
};

interface KeyFieldsProps extends Pick<CredentialFieldsProps, "problems" | "onChange"> {
  credential: Extract<Credential, { kind: "key" | "client-key" }>;
}

function KeyFields({ credential, problems, onChange }: KeyFieldsProps) {
  const isOfCertificate = credential.kind === "client-key";
  return (
    <>
      <PastedField
        label={isOfCertificate ? "Client’s private key" : "Private key"}
        note={isOfCertificate ? kept : undefined}
        placeholder={isOfCertificate ? "-----BEGIN PRIVATE KEY-----" : "-----BEGIN OPENSSH PRIVATE KEY-----"}
        longest={longestKey}
        problem={problems["credential.privateKey"]}
        value={credential.privateKey}
        onChange={(privateKey) => onChange({ ...credential, privateKey })}
      />
      <TextField
        label="Passphrase"
        type="password"
        note="Where the key has one."
        maxLength={1024}
        problem={problems["credential.passphrase"]}
        value={credential.passphrase ?? ""}
        onChange={(passphrase) =>
          onChange({ ...credential, passphrase: passphrase === "" ? null : passphrase })
        }
      />
    </>
  );
}
