"use client";

import { LinesField } from "@/components/ui/form/lines-field";
import { Columns } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import type { CloudNicInput } from "@/server/create/cloud-init/cloud-network.schema";
import { AddressFields } from "./address-fields";

const ipv4Kinds = [
  { value: "none", label: "Not configured" },
  { value: "dhcp", label: "DHCP" },
  { value: "static", label: "Static addresses" },
] as const;

const ipv6Kinds = [
  { value: "none", label: "Image default (router advertisements)" },
  { value: "dhcp", label: "DHCPv6" },
  { value: "static", label: "Static addresses" },
] as const;

interface CloudNicFieldsProps {
  index: number;
  nic: CloudNicInput;
  onChange(nic: CloudNicInput): void;
}

/** The addresses of one NIC of the guest. */
export function CloudNicFields({ index, nic, onChange }: CloudNicFieldsProps) {
  const place = ["cloudInit", "network", "nics", index];
  const { ipv4 = { kind: "none" }, ipv6 = { kind: "none" } } = nic;
  const fixed = ipv4.kind === "static" || ipv6.kind === "static";
  return (
    <fieldset className="flex flex-col gap-4 border-border border-t pt-3">
      <legend className="font-medium">NIC {index + 1}</legend>
      <Columns>
        <SelectField
          label="IPv4"
          path={[...place, "ipv4", "kind"]}
          value={ipv4.kind}
          choices={ipv4Kinds}
          onChange={(kind) =>
            onChange({ ...nic, ipv4: kind === "static" ? { kind, addresses: [] } : { kind } })
          }
        />
        {ipv4.kind === "static" ? (
          <AddressFields
            family="IPv4"
            place={[...place, "ipv4"]}
            example="192.0.2.10/24"
            value={ipv4}
            onChange={(value) => onChange({ ...nic, ipv4: { kind: "static", ...value } })}
          />
        ) : null}
      </Columns>
      <Columns>
        <SelectField
          label="IPv6"
          path={[...place, "ipv6", "kind"]}
          value={ipv6.kind}
          choices={ipv6Kinds}
          onChange={(kind) =>
            onChange({ ...nic, ipv6: kind === "static" ? { kind, addresses: [] } : { kind } })
          }
        />
        {ipv6.kind === "static" ? (
          <AddressFields
            family="IPv6"
            place={[...place, "ipv6"]}
            example="2001:db8::10/64"
            value={ipv6}
            onChange={(value) => onChange({ ...nic, ipv6: { kind: "static", ...value } })}
          />
        ) : null}
      </Columns>
      {fixed ? (
        <Columns>
          <LinesField
            label="DNS servers"
            note="One per line."
            path={[...place, "nameServers"]}
            rows={2}
            lines={nic.nameServers ?? []}
            onChange={(nameServers) => onChange({ ...nic, nameServers })}
          />
          <LinesField
            label="Search domains"
            note="One per line."
            path={[...place, "searchDomains"]}
            rows={2}
            lines={nic.searchDomains ?? []}
            onChange={(searchDomains) => onChange({ ...nic, searchDomains })}
          />
        </Columns>
      ) : null}
    </fieldset>
  );
}
