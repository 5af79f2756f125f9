"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useSession } from "@/components/data/session";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { Channel, NotificationsView } from "@/server/notify/channel.schema";
import { draftOf, emptySettings, kindsFor, newRule } from "./channel-draft";
import { kindWords } from "./kind-words";
import { calls, type Owner } from "./owner";
import { RuleFields } from "./rule-fields";
import { SecretField } from "./secret-field";
import { SettingsFields } from "./settings-fields";

interface ChannelDialogProps {
  owner: Owner;
  view: NotificationsView;
  /** null of a new one. */
  channel: Channel | null;
  onClose(): void;
}

/** Makes a channel, or changes where it leads to and what is sent to it. */
export default function ChannelDialog({ owner, view, channel, onClose }: ChannelDialogProps) {
  const isMember = useSession()?.user?.level === "member";
  const [draft, setDraft] = useState(() => draftOf(channel, owner, view, isMember));
  const save = useAction(calls[owner].save(), onClose);
  const { settings, rules } = draft;
  const kinds = kindsFor(owner, view).map((value) => ({ value, label: kindWords[value].label }));
  const setRules = (changed: typeof rules) => setDraft({ ...draft, rules: changed });
  return (
    <FormDialog
      wide
      title={channel === null ? "Add a channel" : `Change ${channel.name}`}
      description="Where notifications are sent to, and which."
      label={channel === null ? "Add" : "Save"}
      call={save}
      onSubmit={() => save.run(draft)}
      onClose={onClose}
    >
      <TextField
        label="Name"
        placeholder="On call"
        required
        maxLength={64}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <SelectField
        label="Kind"
        value={settings.kind}
        choices={kinds}
        onChange={(kind) => setDraft({ ...draft, settings: emptySettings(kind, view), secret: "" })}
      />
      <SettingsFields
        settings={settings}
        view={view}
        onChange={(changed) => setDraft({ ...draft, settings: changed })}
      />
      <SecretField
        kind={settings.kind}
        secret={draft.secret}
        onChange={(secret) => setDraft({ ...draft, secret })}
      />
      <CheckField
        label="On"
        note="While it is off nothing is sent, and nothing is kept to be sent later."
        checked={draft.enabled}
        onChange={(enabled) => setDraft({ ...draft, enabled })}
      />
      {rules.map((rule, index) => (
        <RuleFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no names, and are not moved.
          key={index}
          title={rules.length === 1 ? "What is sent" : `Rule ${index + 1}`}
          rule={rule}
          isMember={isMember}
          onChange={(changed) => setRules(rules.map((one, at) => (at === index ? changed : one)))}
          onRemove={() => setRules(rules.filter((_one, at) => at !== index))}
        />
      ))}
      <Button size="sm" className="self-start" onClick={() => setRules([...rules, newRule(isMember)])}>
        <Plus aria-hidden />
        {rules.length === 0 ? "Add a rule" : "Add another rule"}
      </Button>
    </FormDialog>
  );
}
