"use client";

import { useState } from "react";
import { CheckField } from "@/components/ui/form/check-field";
import { SelectField } from "@/components/ui/form/select-field";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { LookingGlass } from "@/server/domain/looking-glass/looking-glass.schema";
import type { LookingGlassFiles } from "@/server/prepare/looking-glass/looking-glass-files.schema";
import { HostSetupFields } from "./host-setup-fields";
import { memoryFor, resolutionFor, resolutions } from "./resolutions";

/** What a desktop is set up with at first: Full HD, by a file that needs no module. */
export const usualLookingGlass: LookingGlass = { mebibytes: 32, memory: "shm", video: "none", spice: true };

interface LookingGlassFieldsProps {
  value: LookingGlass;
  /** null where the host does not tell. */
  host: CreateChoices["lookingGlass"];
  /** A new VM keeps its display, which shows the installation. */
  withoutVideo?: boolean;
  onChange(value: LookingGlass): void;
  /** Shows the plan of the host's files. */
  onSetUp(files: LookingGlassFiles): void;
}

const videos = [
  { value: "none", label: "None: only the GPU" },
  { value: "vga", label: "VGA, as fallback in the client" },
  { value: "keep", label: "Leave as it is" },
] as const;

/** How a VM is set up for Looking Glass: memory by resolution, where it is, and what goes with it. */
export function LookingGlassFields({
  value,
  host,
  withoutVideo,
  onChange,
  onSetUp,
}: LookingGlassFieldsProps) {
  const [resolution, setResolution] = useState(() => resolutionFor(value.mebibytes));
  const [hdr, setHdr] = useState(false);
  const change = (part: Partial<LookingGlass>) => onChange({ ...value, ...part });
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label="Largest resolution"
          note={`${value.mebibytes} MiB of shared memory`}
          value={resolution}
          choices={resolutions}
          onChange={(chosen) => {
            setResolution(chosen);
            change({ mebibytes: memoryFor(chosen, hdr) });
          }}
        />
        <SelectField
          label="Shared memory"
          note={memoryNote(value.memory, host)}
          value={value.memory}
          choices={[
            { value: "shm", label: "A file (/dev/shm/looking-glass)" },
            { value: "kvmfr", label: "The kernel module kvmfr (/dev/kvmfr0)" },
          ]}
          onChange={(memory) => change({ memory })}
        />
        {withoutVideo ? null : (
          <SelectField
            label="Emulated display"
            note="QEMU’s own, beside the GPU."
            value={value.video}
            choices={videos}
            onChange={(video) => change({ video })}
          />
        )}
      </div>
      <CheckField
        label="HDR"
        note="64 bits a pixel: twice the memory."
        checked={hdr}
        onChange={(on) => {
          setHdr(on);
          change({ mebibytes: memoryFor(resolution, on) });
        }}
      />
      <CheckField
        label="Keyboard and mouse by SPICE"
        note="The client’s window takes them to the guest. Not needed with evdev."
        checked={value.spice}
        onChange={(spice) => change({ spice })}
      />
      <HostSetupFields value={value} host={host} onSetUp={onSetUp} />
    </div>
  );
}

function memoryNote(memory: LookingGlass["memory"], host: CreateChoices["lookingGlass"]): string {
  if (memory === "shm") return "Needs nothing of the kernel.";
  const faster = "Frames go to the host’s GPU by DMA.";
  switch (host?.module) {
    case "loaded":
      return `${faster} The module is loaded.`;
    case "installed":
      return `${faster} The module is installed, not loaded.`;
    case "missing":
      return `${faster} The module is not installed.`;
    default:
      return `${faster} Whether the module is there could not be read.`;
  }
}
