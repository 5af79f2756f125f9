"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { Columns, Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { useDraft } from "../../wizard-context";

const models = [
  { value: "none", label: "None" },
  { value: "i6300esb", label: "i6300ESB (PCI)" },
  { value: "ib700", label: "iB700 (ISA)" },
] as const;

const actions = [
  { value: "reset", label: "Reset" },
  { value: "poweroff", label: "Power off" },
  { value: "shutdown", label: "Shut down" },
  { value: "pause", label: "Pause" },
  { value: "none", label: "None (event only)" },
] as const;

/** Small helpers of a guest. */
export function FurtherSection() {
  const [{ guestAgent, randomness, watchdog }, change] = useDraft();
  return (
    <Section title="Other devices">
      <CheckField
        label="Guest agent"
        note="A channel to qemu-guest-agent in the guest, for IP addresses and clean shutdown."
        checked={guestAgent}
        onChange={(on) => change({ guestAgent: on })}
      />
      <CheckField
        label="Random number generator (RNG)"
        note="virtio-rng: gives the guest entropy from the host."
        checked={randomness}
        onChange={(on) => change({ randomness: on })}
      />
      <Columns>
        <SelectField
          label="Watchdog"
          note="Acts when the guest hangs. Needs a watchdog service in the guest."
          value={watchdog?.model ?? "none"}
          choices={models}
          onChange={(model) =>
            change({ watchdog: model === "none" ? null : { action: watchdog?.action ?? "reset", model } })
          }
        />
        {watchdog === null ? null : (
          <SelectField
            label="Watchdog action"
            value={watchdog.action}
            choices={actions}
            onChange={(action) => change({ watchdog: { ...watchdog, action } })}
          />
        )}
      </Columns>
    </Section>
  );
}
