"use client";

import { type Pinning, suggestPins } from "@/components/cpu/suggest-pins";
import { countOf } from "@/components/formats/numbers";
import { NumberField } from "@/components/ui/form/number-field";
import { Columns, Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import type { CpuSpecification } from "@/server/create/specification/cpu.schema";
import { vcpusOf } from "@/server/create/specification/vcpus.schema";
import { nodeOfCards } from "../../state/node-of-cards";
import { useDraft, useWizard } from "../../wizard-context";

type Model = CpuSpecification["model"];

const kinds = [
  { value: "host-passthrough", label: "Host passthrough: fastest" },
  { value: "host-model", label: "Host model: can migrate to similar hosts" },
  { value: "maximum", label: "Maximum: all features of KVM or QEMU" },
] as const;

/** How many vCPUs, in which shape, of which model. */
export function CpuSection() {
  const { choices } = useWizard();
  const [{ cpu, cards }, change] = useDraft();
  const pinsFor = (shape: CpuSpecification) =>
    choices.cpus && suggestPins(shape, choices.cpus, nodeOfCards(cards, choices));
  const edit = (part: Partial<CpuSpecification>) =>
    change({ cpu: fitting(cpu, { ...cpu, ...part }, pinsFor) });
  const named = choices.cpuModels
    .toSorted((one, other) => Number(other.usable) - Number(one.usable))
    .map(({ name, usable }) => ({
      value: `named ${name}`,
      label: name,
      group: usable ? "Supported by this host" : "Not supported by this host",
    }));
  const total = vcpusOf(cpu);
  return (
    <Section
      title="CPU"
      path={["cpu"]}
      aside={Number.isNaN(total) ? null : <span className="tabular-nums">{countOf(total, "vCPU")}</span>}
    >
      <Columns>
        <NumberField
          label="Cores per socket"
          path={["cpu", "cores"]}
          min={1}
          value={cpu.cores}
          onChange={(cores) => edit({ cores })}
        />
        <NumberField
          label="Threads per core"
          note="Use more than 1 only if vCPUs are pinned to the threads of one core."
          path={["cpu", "threads"]}
          min={1}
          max={8}
          value={cpu.threads}
          onChange={(threads) => edit({ threads })}
        />
        <NumberField
          label="Sockets"
          note="Desktop editions of Windows use at most two."
          path={["cpu", "sockets"]}
          min={1}
          max={64}
          value={cpu.sockets}
          onChange={(sockets) => edit({ sockets })}
        />
        <SelectField
          label="CPU model"
          path={["cpu", "model"]}
          value={cpu.model.kind === "named" ? `named ${cpu.model.name}` : cpu.model.kind}
          choices={[...kinds, ...named]}
          onChange={(value) => edit({ model: modelOf(value) })}
        />
      </Columns>
    </Section>
  );
}

function modelOf(value: string): Model {
  const plain = kinds.find((kind) => kind.value === value);
  return plain === undefined ? { kind: "named", name: value.replace(/^named /, "") } : { kind: plain.value };
}

/** Pins of vCPUs that are gone go too; those that were suggested are suggested anew for another count. */
function fitting(
  before: CpuSpecification,
  cpu: CpuSpecification,
  pinsFor: (shape: CpuSpecification) => Pinning | null,
): CpuSpecification {
  const total = vcpusOf(cpu);
  if (Number.isNaN(total)) return cpu;
  const pinned = before.pins.length > 0 && isSame(before.pins, pinsFor(before)?.pins ?? []);
  if (pinned && total !== vcpusOf(before)) return { ...cpu, ...(pinsFor(cpu) ?? unpinned) };
  return { ...cpu, pins: cpu.pins.filter(({ vcpu }) => vcpu < total) };
}

const unpinned: Pinning = { pins: [], emulatorCpus: null };

function isSame(one: Pinning["pins"], other: Pinning["pins"]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
