"use client";

import { Columns, Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { OperatingSystem } from "@/server/create/osinfo/operating-system.schema";
import { useDraft, useWizard } from "../../wizard-context";
import { withSystem } from "./with-system";

const families = { linux: "Linux", windows: "Windows", bsd: "BSD", other: "Others" } as const;
const unknown = "unknown";

/** Which system is to run in it: what it recommends is taken over where nothing else was said. */
export function OperatingSystemSection() {
  const { choices, update } = useWizard();
  const [{ title, operatingSystem }, change] = useDraft();
  const systems = choices.systems.toSorted(newestFirst);
  return (
    <Section title="System">
      <Columns>
        <SelectField
          label="Operating system"
          note="Sets defaults for memory, disks and network."
          path={["operatingSystem"]}
          value={operatingSystem ?? unknown}
          choices={[
            { value: unknown, label: "Not specified" },
            ...systems.map(({ id, name, family, supported }) => ({
              value: id,
              label: name,
              group: supported ? families[family] : `${families[family]}, no longer supported`,
            })),
          ]}
          onChange={(id) =>
            update((wizard) => withSystem(wizard, systems.find((system) => system.id === id) ?? null))
          }
        />
        <TextField
          label="Title"
          note="A short description."
          path={["title"]}
          value={title ?? ""}
          onChange={(text) => change({ title: text === "" ? null : text })}
        />
      </Columns>
    </Section>
  );
}

function newestFirst(one: OperatingSystem, other: OperatingSystem): number {
  return (other.releasedAt ?? "").localeCompare(one.releasedAt ?? "") || one.name.localeCompare(other.name);
}
