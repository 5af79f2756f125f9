import type { ReactNode } from "react";
import { CheckField } from "@/components/ui/form/check-field";
import { TextField } from "@/components/ui/form/text-field";
import type { AddressFamily } from "@/server/network/subnet.schema";

interface AddressSectionProps {
  family: AddressFamily;
  /** "IPv4" */
  label: string;
  on: boolean;
  /** "192.168.122.1/24" */
  cidr: string;
  /** By the field's path in a network's settings. */
  problems: Readonly<Record<string, string>>;
  onToggle(on: boolean): void;
  onAddress(cidr: string): void;
  /** What there is to say of the network's addresses besides. */
  children: ReactNode;
}

/** One family of a network's addresses, to be switched on, and the host's own of them. */
export function AddressSection({
  family,
  label,
  on,
  cidr,
  problems,
  onToggle,
  onAddress,
  children,
}: AddressSectionProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-md border border-border px-3 py-2">
      <legend className="sr-only">{label}</legend>
      <CheckField label={label} checked={on} onChange={onToggle} />
      {on ? (
        <>
          <TextField
            label={`The host's ${label} address, with the prefix`}
            mono
            value={cidr}
            problem={problems[`${family}.address`] ?? problems[`${family}.prefix`]}
            onChange={onAddress}
          />
          {children}
        </>
      ) : null}
    </fieldset>
  );
}
