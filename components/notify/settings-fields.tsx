"use client";

import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { ChannelSettings, NotificationsView } from "@/server/notify/channel.schema";
import { MailFields } from "./mail-fields";

interface SettingsFieldsProps {
  settings: ChannelSettings;
  view: NotificationsView;
  onChange(settings: ChannelSettings): void;
}

/** Where a channel leads to, by its kind. */
export function SettingsFields({ settings, view, onChange }: SettingsFieldsProps) {
  switch (settings.kind) {
    case "mail":
      return <MailFields settings={settings} onChange={onChange} />;
    case "own-mail":
      return (
        <>
          <SelectField
            label="Mail server"
            value={settings.via}
            choices={view.mailServers.map(({ channelId, name }) => ({ value: channelId, label: name }))}
            onChange={(via) => onChange({ ...settings, via })}
          />
          <TextField
            label="To"
            type="email"
            placeholder="mira@example.com"
            value={settings.to}
            onChange={(to) => onChange({ ...settings, to })}
          />
        </>
      );
    case "webhook":
      return (
        <TextField
          label="Address"
          note="It is sent JSON by POST. The documentation (docs/notifications.md) says what stands in it, and how the signature is checked."
          mono
          placeholder="https://hooks.example.com/passdeck"
          value={settings.url}
          onChange={(url) => onChange({ ...settings, url })}
        />
      );
    case "ntfy":
      return (
        <>
          <TextField
            label="Server"
            mono
            value={settings.server}
            onChange={(server) => onChange({ ...settings, server })}
          />
          <TextField
            label="Topic"
            note="Whoever knows it can read it, unless the server asks for a sign-in."
            mono
            value={settings.topic}
            onChange={(topic) => onChange({ ...settings, topic })}
          />
        </>
      );
    case "gotify":
      return (
        <TextField
          label="Server"
          mono
          placeholder="https://gotify.example.com"
          value={settings.server}
          onChange={(server) => onChange({ ...settings, server })}
        />
      );
  }
}
