import type { AddressFamily } from "@/server/network/subnet.schema";
import { AddressSection } from "../address-section";
import { RowList } from "./row-list";
import type { IpDraft, Problems } from "./settings-draft";

export interface IpFieldsProps {
  family: AddressFamily;
  draft: IpDraft;
  problems: Problems;
  onChange(draft: IpDraft): void;
}

const words = {
  ipv4: { label: "IPv4", machine: "MAC address", machineKey: "mac" },
  ipv6: { label: "IPv6", machine: "DUID", machineKey: "id" },
} as const;

/** The network of one family: the host's address, what DHCP hands out, and what it keeps for whom. */
export function IpFields({ family, draft, problems, onChange }: IpFieldsProps) {
  const { label, machine, machineKey } = words[family];
  const change = (part: Partial<IpDraft>) => onChange({ ...draft, ...part });
  return (
    <AddressSection
      family={family}
      label={label}
      on={draft.on}
      cidr={draft.cidr}
      problems={problems}
      onToggle={(on) => change({ on })}
      onAddress={(cidr) => change({ cidr })}
    >
      <RowList
        title={`${label} DHCP ranges`}
        item={`${label} DHCP range`}
        path={`${family}.ranges`}
        columns={[
          { key: "start", label: "Start" },
          { key: "end", label: "End" },
        ]}
        rows={draft.ranges}
        problems={problems}
        onChange={(ranges) => change({ ranges })}
      />
      <RowList
        title={`${label} DHCP reservations`}
        item={`${label} DHCP reservation`}
        path={`${family}.reservations`}
        columns={[
          { key: "machine", label: machine, problemKey: machineKey },
          { key: "address", label: "Address" },
          { key: "name", label: "Name" },
        ]}
        rows={draft.kept}
        problems={problems}
        onChange={(kept) => change({ kept })}
      />
    </AddressSection>
  );
}
