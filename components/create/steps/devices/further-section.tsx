"use client";

import { CheckField } from "@/components/ui/check-field";
import { Columns, Section } from "../../field/section";
import { SelectField } from "../../field/select-field";
import { useDraft } from "../../wizard-context";

const models = [
  { value: "none", label: "None" },
  { value: "i6300esb", label: "i6300ESB (PCI)" },
  { value: "ib700", label: "iB700 (ISA)" },
] as const;

const actions = [
  { value: "reset", label: "Reset the VM" },
  { value: "poweroff", label: "Switch it off" },
  { value: "shutdown", label: "Ask it to shut down" },
  { value: "pause", label: "Pause it" },
  { value: "none", label: "Nothing but an event" },
] as const;

/** Small helpers of a guest. */
export function FurtherSection() {
  const [{ guestAgent, randomness, watchdog }, change] = useDraft();
  return (
    <Section title="Helpers">
      <CheckField
        label="Guest agent"
        note="A line to qemu-guest-agent in the guest: it tells addresses and shuts down cleanly."
        checked={guestAgent}
        onChange={(on) => change({ guestAgent: on })}
      />
      <CheckField
        label="Randomness from the host"
        note="The guest’s keys are good from its first second on."
        checked={randomness}
        onChange={(on) => change({ randomness: on })}
      />
      <Columns>
        <SelectField
          label="Watchdog"
          note="Acts when the guest’s kernel hangs, once its watchdog service runs."
          value={watchdog?.model ?? "none"}
          choices={models}
          onChange={(model) =>
            change({ watchdog: model === "none" ? null : { action: watchdog?.action ?? "reset", model } })
          }
        />
        {watchdog === null ? null : (
          <SelectField
            label="When it hangs"
            value={watchdog.action}
            choices={actions}
            onChange={(action) => change({ watchdog: { ...watchdog, action } })}
          />
        )}
      </Columns>
    </Section>
  );
}
