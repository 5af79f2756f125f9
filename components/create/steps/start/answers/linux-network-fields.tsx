"use client";

import { LinesField } from "@/components/ui/form/lines-field";
import { Columns } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { LinuxDraft } from "../../../state/linux-answers";

interface LinuxNetworkFieldsProps {
  answers: LinuxDraft;
  onEdit(part: Partial<LinuxDraft>): void;
}

const networks = [
  { value: "dhcp", label: "DHCP" },
  { value: "static", label: "Static address" },
] as const;

/** How the first NIC of the guest gets its address. */
export function LinuxNetworkFields({ answers, onEdit }: LinuxNetworkFieldsProps) {
  const path = (name: string) => ["answers", "settings", "network", name];
  return (
    <Columns>
      <SelectField
        label="IPv4"
        value={answers.network}
        choices={networks}
        onChange={(network) => onEdit({ network })}
      />
      {answers.network === "static" ? (
        <>
          <TextField
            mono
            label="IPv4 address (CIDR)"
            placeholder="192.168.1.20/24"
            path={path("address")}
            value={answers.address}
            onChange={(address) => onEdit({ address })}
          />
          <TextField
            mono
            label="IPv4 gateway"
            path={path("gateway")}
            value={answers.gateway}
            onChange={(gateway) => onEdit({ gateway })}
          />
          <LinesField
            label="DNS servers"
            note="One per line."
            path={path("nameServers")}
            rows={2}
            lines={answers.nameServers}
            onChange={(nameServers) => onEdit({ nameServers })}
          />
        </>
      ) : null}
    </Columns>
  );
}
