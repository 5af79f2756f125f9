"use client";

import { LinesField } from "@/components/ui/form/lines-field";
import { Columns } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { CloudDraft } from "../../../state/cloud";

type CloudNetwork = CloudDraft["network"];

const kinds = [
  { value: "image", label: "Image default (DHCP on the first NIC)" },
  { value: "dhcp", label: "DHCP" },
  { value: "static", label: "Static addresses" },
] as const;

interface CloudNetworkFieldsProps {
  network: CloudNetwork;
  onChange(network: CloudNetwork): void;
}

/** How the guest gets its address. */
export function CloudNetworkFields({ network, onChange }: CloudNetworkFieldsProps) {
  const path = (part: string) => ["cloudInit", "network", part];
  return (
    <Columns>
      <SelectField
        label="Addresses"
        value={network.kind}
        choices={kinds}
        onChange={(kind) => onChange(kind === "static" ? { kind, addresses: [] } : { kind })}
      />
      {network.kind === "static" ? (
        <>
          <LinesField
            label="Addresses (CIDR)"
            note="One per line, for example 192.0.2.10/24."
            path={path("addresses")}
            rows={2}
            lines={network.addresses}
            onChange={(addresses) => onChange({ ...network, addresses })}
          />
          <TextField
            mono
            label="Gateway"
            path={path("gateway")}
            value={network.gateway ?? ""}
            onChange={(gateway) => onChange({ ...network, gateway: gateway === "" ? null : gateway })}
          />
          <LinesField
            label="DNS servers"
            note="One per line."
            path={path("nameServers")}
            rows={2}
            lines={network.nameServers ?? []}
            onChange={(nameServers) => onChange({ ...network, nameServers })}
          />
        </>
      ) : null}
    </Columns>
  );
}
