"use client";

import { FileField } from "@/components/ui/form/file-field";
import { AreaField } from "@/components/ui/form/lines-field";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { credentialWords } from "./credential-words";
import { type CredentialKind, emptyCredential, type HostDraft, type Problems } from "./host-draft";

/** Of a file that is no key only as much is read as shows that it is too long. */
const longestKey = 16_385;

type Credential = HostDraft["credential"];

export interface CredentialFieldsProps {
  credential: Credential;
  /** Of a host that is managed: what it signs in by can stay. */
  canKeep: boolean;
  problems: Problems;
  onChange(credential: Credential): void;
}

/** What Passdeck signs in by. */
export function CredentialFields({ credential, canKeep, problems, onChange }: CredentialFieldsProps) {
  const kinds: CredentialKind[] = [...(canKeep ? (["kept"] as const) : []), "own", "password", "key"];
  return (
    <>
      <SelectField
        label="Sign in by"
        note={notes[credential.kind]}
        value={credential.kind}
        choices={kinds.map((value) => ({ value, label: credentialWords[value] }))}
        onChange={(kind) => onChange(emptyCredential(kind))}
      />
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
      {credential.kind === "key" ? (
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
};

interface KeyFieldsProps extends Pick<CredentialFieldsProps, "problems" | "onChange"> {
  credential: Extract<Credential, { kind: "key" }>;
}

function KeyFields({ credential, problems, onChange }: KeyFieldsProps) {
  const setKey = (privateKey: string) => onChange({ ...credential, privateKey });
  return (
    <>
      <AreaField
        label="Private key"
        rows={4}
        placeholder="-----BEGIN OPENSSH PRIVATE KEY-----"
        problem={problems["credential.privateKey"]}
        value={credential.privateKey}
        onChange={setKey}
      />
      <FileField
        label="Or from a file"
        accept=""
        onFile={(file) => void file.slice(0, longestKey).text().then(setKey)}
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
