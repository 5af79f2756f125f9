"use client";

import { SelectField } from "@/components/ui/form/select-field";
import type { CloudDraft } from "../../../state/cloud";
import { nicAt, withNic } from "../../../state/cloud-nics";
import { CloudNicFields } from "./cloud-nic-fields";

const kinds = [
  { value: "image", label: "Image default (DHCP on the first NIC)" },
  { value: "nics", label: "Configure each NIC" },
] as const;

interface CloudNetworkFieldsProps {
  network: CloudDraft["network"];
  /** How many NICs the VM has. */
  nics: number;
  onChange(network: CloudDraft["network"]): void;
}

/** How the guest's NICs get their addresses. */
export function CloudNetworkFields({ network, nics, onChange }: CloudNetworkFieldsProps) {
  return (
    <>
      <SelectField
        label="Network"
        value={network.kind}
        choices={kinds}
        onChange={(kind) =>
          onChange(kind === "nics" ? { kind, nics: [{ ipv4: { kind: "dhcp" } }] } : { kind })
        }
      />
      {network.kind === "nics"
        ? Array.from({ length: nics }, (_, index) => (
            <CloudNicFields
              // biome-ignore lint/suspicious/noArrayIndexKey: it is the VM's NIC of that place
              key={index}
              index={index}
              nic={nicAt(network.nics, index)}
              onChange={(nic) => onChange({ ...network, nics: withNic(network.nics, index, nic) })}
            />
          ))
        : null}
    </>
  );
}
