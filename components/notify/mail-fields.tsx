"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { LinesField } from "@/components/ui/form/lines-field";
import { NumberField } from "@/components/ui/form/number-field";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { ChannelSettings } from "@/server/notify/channel.schema";

type Mail = Extract<ChannelSettings, { kind: "mail" }>;

const encryptions = [
  { value: "starttls", label: "STARTTLS" },
  { value: "tls", label: "TLS" },
  { value: "none", label: "None" },
] as const;

/** The usual port of each (RFC 8314). */
const usualPorts: Readonly<Record<Mail["tls"], number>> = { starttls: 587, tls: 465, none: 25 };

interface MailFieldsProps {
  settings: Mail;
  onChange(settings: Mail): void;
}

/** A mail server, and whom it sends to. */
export function MailFields({ settings, onChange }: MailFieldsProps) {
  const { tls, port } = settings;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Mail server"
          mono
          placeholder="smtp.example.com"
          value={settings.host}
          onChange={(host) => onChange({ ...settings, host })}
        />
        <SelectField
          label="Encryption"
          note={tls === "none" ? "Password and messages can be read on the way." : undefined}
          value={tls}
          choices={encryptions}
          onChange={(chosen) =>
            onChange({ ...settings, tls: chosen, port: port === usualPorts[tls] ? usualPorts[chosen] : port })
          }
        />
        <NumberField
          label="Port"
          min={1}
          max={65_535}
          value={port}
          onChange={(changed) => onChange({ ...settings, port: changed })}
        />
        <TextField
          label="User name"
          note="Empty where the server asks for none."
          value={settings.user}
          onChange={(user) => onChange({ ...settings, user })}
        />
        <TextField
          label="From"
          type="email"
          placeholder="passdeck@example.com"
          value={settings.from}
          onChange={(from) => onChange({ ...settings, from })}
        />
      </div>
      <LinesField
        label="To"
        note="One address a line."
        rows={2}
        placeholder="admin@example.com"
        lines={settings.to}
        onChange={(to) => onChange({ ...settings, to })}
      />
      <CheckField
        label="People may use this server"
        note="Each can have their own notifications sent by it, to one address of theirs. They don’t see its password."
        checked={settings.forPeople}
        onChange={(forPeople) => onChange({ ...settings, forPeople })}
      />
    </>
  );
}
