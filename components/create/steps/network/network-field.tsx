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
    <div>
      <SelectField
        label={label}
        path={["networks", index, "source"]}
        value={value}
        choices={all}
        onChange={(key) => onChange(networkSourceOf(key))}
      />
      {choices.interfaces?.every(({ bridge }) => !bridge) ? (
        <p className="mt-1 text-muted text-sm">
          This host has no bridge, by which VMs are on the LAN.{" "}
          <a href="/networks?tab=host" target="_blank" rel="noreferrer" className="text-accent underline">
            Create one<span className="sr-only"> in a new tab</span>
          </a>
        </p>
      ) : null}
    </div>
  );
}
