"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { useFormProblems } from "@/components/ui/form/form-problems";
import { ProblemList } from "@/components/ui/form/problem-list";
import { problemsBelow } from "@/components/ui/form/problems";
import { Columns, Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { hypervFeatures } from "@/server/create/specification/features.schema";
import { useDraft } from "../../wizard-context";

const clocks = [
  { value: "utc", label: "UTC (Linux and others)" },
  { value: "localtime", label: "Local time (Windows)" },
] as const;

const sleeps = [
  { value: "default", label: "QEMU default" },
  { value: "off", label: "Off" },
  { value: "on", label: "On" },
] as const;

type Sleep = (typeof sleeps)[number]["value"];

/** What the guest is told of the machine: clock, sleep, Hyper-V, and what is hidden from it. */
export function FeaturesSection() {
  const [{ clock, features }, change] = useDraft();
  const edit = (part: Partial<typeof features>) => change({ features: { ...features, ...part } });
  return (
    <Section title="Clock and features" path={["features"]}>
      <Columns>
        <SelectField
          label="Hardware clock"
          value={clock.offset}
          choices={clocks}
          onChange={(offset) => change({ clock: { ...clock, offset } })}
        />
        <SelectField
          label="Sleep (S3)"
          note="Passed-through devices rarely resume from it."
          value={sleepOf(features.suspendToMemory)}
          choices={sleeps}
          onChange={(sleep) => edit({ suspendToMemory: settingOf(sleep) })}
        />
        <SelectField
          label="Hibernate (S4)"
          value={sleepOf(features.suspendToDisk)}
          choices={sleeps}
          onChange={(sleep) => edit({ suspendToDisk: settingOf(sleep) })}
        />
        <TextField
          label="Hyper-V vendor ID"
          note="What the guest is told. Leave empty for QEMU’s default."
          path={["features", "hypervisorName"]}
          value={features.hypervisorName ?? ""}
          onChange={(text) => edit({ hypervisorName: text === "" ? null : text })}
        />
      </Columns>
      <CheckField
        label="Hide KVM from the guest"
        note="For NVIDIA drivers before version 465, which fail with “Error 43” in a VM."
        checked={features.hideKvm}
        onChange={(hideKvm) => edit({ hideKvm })}
      />
      <CheckField
        label="In-kernel interrupt controller"
        note="kernel_irqchip=on: lowest latency."
        checked={features.kernelIrqchip}
        onChange={(kernelIrqchip) => edit({ kernelIrqchip })}
      />
      <CheckField
        label="VMware I/O port (vmport)"
        note="Only for guests made for VMware."
        checked={features.vmport}
        onChange={(vmport) => edit({ vmport })}
      />
      <HypervChoice />
    </Section>
  );
}

/** Hyper-V's interfaces, all at once or one by one. */
function HypervChoice() {
  const [{ clock, features }, change] = useDraft();
  const problems = problemsBelow(useFormProblems(), ["features", "hyperv"]);
  const chosen = features.hyperv;
  const set = (hyperv: typeof chosen) => change({ features: { ...features, hyperv } });
  return (
    <details className="rounded-lg border border-border">
      <summary className="cursor-pointer px-3 py-2 font-medium">
        Hyper-V enlightenments for Windows{" "}
        <span className="font-normal text-muted">
          {chosen.length === 0 ? "none" : `${chosen.length} of ${hypervFeatures.length}`}
        </span>
      </summary>
      <fieldset className="flex flex-col gap-1.5 border-border border-t px-3 py-3">
        <legend className="sr-only">Hyper-V features</legend>
        <ProblemList problems={problems} />
        <div className="grid grid-cols-2 sm:grid-cols-4">
          {hypervFeatures.map((name) => (
            <label key={name} className="flex min-h-6 items-center gap-2 font-mono text-sm">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={chosen.includes(name)}
                onChange={({ target }) =>
                  set(hypervFeatures.filter((one) => (one === name ? target.checked : chosen.includes(one))))
                }
              />
              {name}
            </label>
          ))}
        </div>
        <CheckField
          label="Hyper-V clock"
          note="Spares Windows the slow emulated timers."
          checked={clock.hypervClock}
          onChange={(hypervClock) => change({ clock: { ...clock, hypervClock } })}
        />
      </fieldset>
    </details>
  );
}

function sleepOf(setting: boolean | null): Sleep {
  if (setting === null) return "default";
  return setting ? "on" : "off";
}

function settingOf(sleep: Sleep): boolean | null {
  return sleep === "default" ? null : sleep === "on";
}
