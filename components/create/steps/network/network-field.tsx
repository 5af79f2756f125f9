"use client";

import { SelectField } from "@/components/ui/form/select-field";
import type { NetworkSpecification } from "@/server/create/specification/network.schema";
import { useWizard } from "../../wizard-context";
import { networkChoices, networkKey, networkSourceOf } from "./network-source";

interface NetworkFieldProps {
  index: number;
  label?: string;
  source: NetworkSpecification["source"];
  onChange(source: NetworkSpecification["source"]): void;
}

/** What a network card is on. */
export function NetworkField({ index, label = "On", source, onChange }: NetworkFieldProps) {
  const { choices } = useWizard();
  const offered = networkChoices(choices);
  const value = networkKey(source);
  // An imported VM may be on something that this host does not have.
  const all = offered.some((choice) => choice.value === value)
    ? offered
    : [{ value, label: `${value} (not on this host)` }, ...offered];
  return (
    <SelectField
      label={label}
      path={["networks", index, "source"]}
      value={value}
      choices={all}
      onChange={(key) => onChange(networkSourceOf(key))}
    />
  );
}
