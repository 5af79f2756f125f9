"use client";

import { useHosts } from "@/components/fleet/use-fleet";
import { VmsField } from "@/components/fleet/vms-field";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/form/check-field";
import { SelectField } from "@/components/ui/form/select-field";
import type { Rule } from "@/server/notify/rule.schema";
import { severities, subjectWords } from "@/server/notify/subject.schema";
import { subjectsFor } from "./channel-draft";
import { QuietFields } from "./quiet-fields";

const severityLabels = { info: "Info and above", warning: "Warning and above", critical: "Critical alone" };

interface RuleFieldsProps {
  title: string;
  rule: Rule;
  isMember: boolean;
  onChange(rule: Rule): void;
  onRemove(): void;
}

/** What is sent to a channel: which events, of what, and when. */
export function RuleFields({ title, rule, isMember, onChange, onRemove }: RuleFieldsProps) {
  const hosts = useHosts();
  return (
    <fieldset className="flex flex-col gap-3 rounded-md border border-border p-3">
      <legend className="px-1 font-medium">{title}</legend>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {subjectsFor(isMember).map((subject) => (
          <CheckField
            key={subject}
            label={subjectWords[subject].label}
            checked={rule.subjects.includes(subject)}
            onChange={(isChosen) =>
              onChange({
                ...rule,
                subjects: isChosen
                  ? [...rule.subjects, subject]
                  : rule.subjects.filter((one) => one !== subject),
              })
            }
          />
        ))}
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label="Severity"
          value={rule.least}
          choices={severities.map((value) => ({ value, label: severityLabels[value] }))}
          onChange={(least) => onChange({ ...rule, least })}
        />
        {hosts.length < 2 ? null : (
          <SelectField
            label="Host"
            value={rule.hostId ?? ""}
            choices={[
              { value: "", label: "All hosts" },
              ...hosts.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(hostId) => onChange({ ...rule, hostId: hostId === "" ? null : hostId })}
          />
        )}
      </div>
      <CheckField
        label="Of some VMs alone"
        note="Nothing is sent then of hosts, storage pools and sign-ins."
        checked={rule.vms !== null}
        onChange={(some) => onChange({ ...rule, vms: some ? [] : null })}
      />
      {rule.vms === null ? null : (
        <VmsField chosen={rule.vms} onChange={(vms) => onChange({ ...rule, vms: [...vms] })} />
      )}
      <QuietFields quiet={rule.quiet} onChange={(quiet) => onChange({ ...rule, quiet })} />
      <Button size="sm" className="self-start" aria-label={`Remove: ${title}`} onClick={onRemove}>
        Remove this rule
      </Button>
    </fieldset>
  );
}
