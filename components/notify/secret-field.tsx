"use client";

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/form/text-field";
import type { ChannelKind } from "@/server/notify/channel.schema";
import { kindWords } from "./kind-words";

interface SecretFieldProps {
  kind: ChannelKind;
  /** null as long as the one that is kept stays. */
  secret: string | null;
  onChange(secret: string): void;
}

/** A password, token or signing secret: what is kept is never shown, and another one can be entered. */
export function SecretField({ kind, secret, onChange }: SecretFieldProps) {
  const { secret: label, note } = kindWords[kind];
  if (label === "") return null;
  if (secret === null)
    return (
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-muted">{label}: kept, and not shown.</p>
        <Button size="sm" onClick={() => onChange("")}>
          Enter another one
        </Button>
      </div>
    );
  return (
    <div className="flex flex-wrap items-end gap-2">
      <TextField
        className="min-w-0 flex-1 basis-60"
        label={label}
        note={note}
        mono
        // A signing secret has to be copied to the receiver.
        type={kind === "webhook" ? "text" : "password"}
        maxLength={1000}
        value={secret}
        onChange={onChange}
      />
      {kind === "webhook" ? <Button onClick={() => onChange(randomSecret())}>Generate</Button> : null}
    </div>
  );
}

/** 32 random bytes, in hexadecimal. */
function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
