"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { OptionalNumberField } from "@/components/ui/form/number-field";
import { Columns, Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { type NetworkSpecification, networkSchema } from "@/server/create/specification/network.schema";
import { removed, replaced } from "../../state/lists";
import { usualNetwork } from "../../state/room";
import { useDraft, useWizard } from "../../wizard-context";
import { NetworkField } from "./network-field";

const models = [
  { value: "virtio", label: "virtio (fastest)" },
  { value: "e1000e", label: "Intel e1000e (no extra driver)" },
  { value: "e1000", label: "Intel e1000" },
  { value: "rtl8139", label: "Realtek 8139" },
] as const;

const modes = (["bridge", "vepa", "private", "passthrough"] as const).map((value) => ({
  value,
  label: value,
}));

/** The VM's network cards. */
export default function NetworkStep() {
  const { choices } = useWizard();
  const [{ networks }, change] = useDraft();
  const source = usualNetwork(choices);
  return (
    <>
      {networks.length === 0 ? <p className="text-muted">The VM has no NIC.</p> : null}
      {networks.map((network, index) => (
        <NetworkCard
          // biome-ignore lint/suspicious/noArrayIndexKey: cards have nothing else that stays while they are typed
          key={index}
          index={index}
          network={network}
          onChange={(changed) => change({ networks: replaced(networks, index, changed) })}
          onRemove={() => change({ networks: removed(networks, index) })}
        />
      ))}
      {source === null ? (
        <p className="text-muted">
          No network is running on this host. Create or start one on the Networks page.
        </p>
      ) : (
        <Button
          className="self-start"
          onClick={() => change({ networks: [...networks, networkSchema.parse({ source })] })}
        >
          <Plus aria-hidden />
          Add NIC
        </Button>
      )}
    </>
  );
}

interface NetworkCardProps {
  index: number;
  network: NetworkSpecification;
  onChange(network: NetworkSpecification): void;
  onRemove(): void;
}

function NetworkCard({ index, network, onChange, onRemove }: NetworkCardProps) {
  const { choices } = useWizard();
  const edit = (part: Partial<NetworkSpecification>) => onChange({ ...network, ...part });
  const path = (part: keyof NetworkSpecification) => ["networks", index, part];
  const { source } = network;
  const none = "none";
  return (
    <Section
      title={`NIC ${index + 1}`}
      path={["networks", index]}
      aside={
        <Button variant="ghost" size="sm" aria-label={`Remove NIC ${index + 1}`} onClick={onRemove}>
          <X aria-hidden />
          Remove
        </Button>
      }
    >
      <Columns>
        <NetworkField index={index} source={source} onChange={(chosen) => edit({ source: chosen })} />
        {source.kind === "macvtap" ? (
          <SelectField
            label="macvtap mode"
            value={source.mode}
            choices={modes}
            onChange={(mode) => edit({ source: { ...source, mode } })}
          />
        ) : null}
        <SelectField
          label="Model"
          value={network.model}
          choices={models}
          onChange={(model) => edit({ model })}
        />
        <TextField
          mono
          label="MAC address"
          note="Leave empty to generate one."
          path={path("mac")}
          value={network.mac ?? ""}
          onChange={(mac) => edit({ mac: mac === "" ? null : mac.toLowerCase() })}
        />
        <SelectField
          label="Network filter"
          path={path("filter")}
          value={network.filter ?? none}
          choices={[
            { value: none, label: "None" },
            ...choices.filters.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(filter) => edit({ filter: filter === none ? null : filter })}
        />
        <OptionalNumberField
          label="Boot order"
          path={path("bootOrder")}
          min={1}
          value={network.bootOrder}
          onChange={(bootOrder) => edit({ bootOrder })}
        />
      </Columns>
    </Section>
  );
}
