import { CheckField } from "@/components/ui/form/check-field";
import { TextField } from "@/components/ui/form/text-field";
import { type AddressFamily, suggestedRange } from "@/server/network/subnet.schema";
import { AddressSection } from "../address-section";
import type { AddressingDraft } from "./network-draft";

export interface AddressingFieldsProps {
  family: AddressFamily;
  draft: AddressingDraft;
  /** By the field's path: "ipv4.address". */
  problems: Readonly<Record<string, string>>;
  onChange(draft: AddressingDraft): void;
}

const words = {
  ipv4: { label: "IPv4", dhcp: "Enable DHCP" },
  ipv6: { label: "IPv6", dhcp: "Enable DHCPv6 (otherwise VMs use SLAAC)" },
};

/** The addresses of one family: the host's, and what DHCP hands out. */
export function AddressingFields({ family, draft, problems, onChange }: AddressingFieldsProps) {
  const { label, dhcp } = words[family];
  const change = (part: Partial<AddressingDraft>) => onChange({ ...draft, ...part });
  const suggested = suggestedRange(draft.cidr);
  const range = (key: "start" | "end", rangeLabel: string) => (
    <TextField
      label={rangeLabel}
      mono
      value={draft[key] ?? suggested?.[key] ?? ""}
      problem={problems[`${family}.dhcp.${key}`]}
      onChange={(text) => change({ [key]: text })}
    />
  );
  return (
    <AddressSection
      family={family}
      label={label}
      on={draft.on}
      cidr={draft.cidr}
      problems={problems}
      onToggle={(on) => change({ on })}
      onAddress={(cidr) => change({ cidr, start: null, end: null })}
    >
      <CheckField label={dhcp} checked={draft.dhcp} onChange={(on) => change({ dhcp: on })} />
      {draft.dhcp ? (
        <div className="grid gap-2 sm:grid-cols-2">
          {range("start", `${label} DHCP range start`)}
          {range("end", `${label} DHCP range end`)}
        </div>
      ) : null}
    </AddressSection>
  );
}
