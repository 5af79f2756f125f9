"use client";

import { formatBytes } from "@/components/formats/numbers";
import { CheckField } from "@/components/ui/form/check-field";
import { Columns, Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { SizeField } from "@/components/ui/form/size-field";
import { TextField } from "@/components/ui/form/text-field";
import type { MemorySpecification } from "@/server/create/specification/memory.schema";
import { useDraft, useWizard } from "../../wizard-context";

const placements = [
  { value: "any", label: "Default: any node" },
  { value: "strict", label: "Strict: only these nodes" },
  { value: "preferred", label: "Preferred: these nodes if possible" },
  { value: "interleave", label: "Interleave: spread over these nodes" },
] as const;

const mebibyte = 2 ** 20;

/** How much memory, of which pages, of which NUMA nodes. */
export function MemorySection() {
  const { choices } = useWizard();
  const [{ memory }, change] = useDraft();
  const edit = (part: Partial<MemorySpecification>) => change({ memory: { ...memory, ...part } });
  const { availableMemoryBytes, memoryBytes } = choices;
  const nodes = choices.cpus?.nodes ?? [];
  return (
    <Section
      title="Memory"
      path={["memory"]}
      aside={
        availableMemoryBytes === null
          ? `The host has ${formatBytes(memoryBytes)}`
          : `${formatBytes(availableMemoryBytes)} available on the host`
      }
    >
      <Columns>
        <SizeField
          granule={mebibyte}
          label="Memory"
          path={["memory", "bytes"]}
          bytes={memory.bytes}
          onChange={(bytes) => edit({ bytes })}
        />
        {choices.grant === null ? (
          <SelectField
            label="Page size"
            path={["memory", "hugepageBytes"]}
            value={String(memory.hugepageBytes ?? "common")}
            choices={pageChoices(memory, choices.hugepages ?? [])}
            onChange={(value) => edit({ hugepageBytes: value === "common" ? null : Number(value) })}
          />
        ) : null}
        {nodes.length > 1 || memory.numa !== null ? (
          <SelectField
            label="NUMA memory mode"
            value={memory.numa?.mode ?? "any"}
            choices={placements}
            onChange={(mode) =>
              edit({
                numa:
                  mode === "any" ? null : { mode, nodes: memory.numa?.nodes ?? String(nodes[0]?.id ?? 0) },
              })
            }
          />
        ) : null}
        {memory.numa === null ? null : (
          <TextField
            mono
            label="Host NUMA nodes"
            note={`For example 0 or 0-1. The host has ${nodes.map(({ id }) => id).join(", ")}.`}
            path={["memory", "numa"]}
            value={memory.numa.nodes}
            onChange={(chosen) =>
              edit({ numa: memory.numa === null ? null : { ...memory.numa, nodes: chosen } })
            }
          />
        )}
      </Columns>
      {choices.grant === null ? (
        <CheckField
          label="Lock memory"
          note="Never swapped out. Memory of VMs with PCI passthrough is always locked."
          checked={memory.locked}
          onChange={(locked) => edit({ locked })}
        />
      ) : null}
      <CheckField
        label="Memory balloon"
        note="The guest can return memory to the host. No use with PCI passthrough."
        checked={memory.balloon}
        onChange={(balloon) => edit({ balloon })}
      />
    </Section>
  );
}

function pageChoices(
  { hugepageBytes }: MemorySpecification,
  offered: readonly { bytes: number; free: number; total: number }[],
) {
  const missing = hugepageBytes !== null && !offered.some(({ bytes }) => bytes === hugepageBytes);
  const sizes = missing ? [...offered, { bytes: hugepageBytes, free: 0, total: 0 }] : offered;
  return [
    { value: "common", label: "Default pages" },
    ...sizes.map(({ bytes, free, total }) => ({
      value: String(bytes),
      label: `Huge pages, ${formatBytes(bytes)} (${free} of ${total} free)`,
    })),
  ];
}
