"use client";

import { LinesField } from "@/components/ui/form/lines-field";
import type { Path } from "@/components/ui/form/problems";
import { TextField } from "@/components/ui/form/text-field";

interface StaticAddresses {
  addresses: string[];
  gateway?: string | null | undefined;
}

interface AddressFieldsProps {
  family: "IPv4" | "IPv6";
  place: Path;
  /** "192.0.2.10/24" */
  example: string;
  value: StaticAddresses;
  onChange(value: StaticAddresses): void;
}

/** The static addresses of one family, and their gateway. */
export function AddressFields({ family, place, example, value, onChange }: AddressFieldsProps) {
  const { addresses, gateway = null } = value;
  return (
    <>
      <LinesField
        label={`${family} addresses (CIDR)`}
        note={`One per line, for example ${example}.`}
        path={[...place, "addresses"]}
        rows={2}
        lines={addresses}
        onChange={(lines) => onChange({ addresses: lines, gateway })}
      />
      <TextField
        mono
        label={`${family} gateway`}
        note="May lie outside of the prefix."
        path={[...place, "gateway"]}
        value={gateway ?? ""}
        onChange={(typed) => onChange({ addresses, gateway: typed === "" ? null : typed })}
      />
    </>
  );
}
