"use client";

import { changeRequest } from "@/components/boot/change-request";
import type { Pinning } from "@/components/cpu/suggest-pins";
import { HostInputFields } from "@/components/device/desktop/host-input-fields";
import { LookingGlassFields } from "@/components/device/desktop/looking-glass-fields";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import { SelectField } from "@/components/ui/form/select-field";
import type { VmSummary } from "@/server/fleet/schema";
import type { DesktopDraft, DesktopGround } from "./desktop-draft";
import { type GpuChoice, GpuPart } from "./gpu-part";
import { HugePagesPart } from "./huge-pages-part";
import { Part } from "./part";

interface DesktopPartsProps {
  vm: VmSummary;
  ground: DesktopGround;
  draft: DesktopDraft;
  onDraft(draft: DesktopDraft): void;
  /** null where the host has too few CPUs. */
  pinning: Pinning | null;
  gpu: GpuChoice;
  onHostPlan(request: PlanRequest): void;
}

const guests = [
  { value: "keep", label: "Leave as it is" },
  { value: "windows", label: "Windows" },
  { value: "linux", label: "Linux" },
] as const;

/** The parts of the setup, each with its choices. */
export function DesktopParts({ vm, ground, draft, onDraft, pinning, gpu, onHostPlan }: DesktopPartsProps) {
  const change = (part: Partial<DesktopDraft>) => onDraft({ ...draft, ...part });
  const { lookingGlass, inputs } = ground.choices;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <GpuPart vm={vm} gpu={gpu} />
        <SelectField
          label="Settings for the guest"
          note={guestNote(draft.guest)}
          value={draft.guest}
          choices={guests}
          onChange={(guest) => change({ guest })}
        />
      </div>
      <Part
        label="Pin each vCPU to a CPU of its own"
        note={pinNote(pinning)}
        on={draft.pin && pinning !== null}
        disabled={pinning === null}
        onSwitch={(pin) => change({ pin })}
      />
      <HugePagesPart
        vm={vm}
        ground={ground}
        on={draft.hugePages}
        pageBytes={draft.pageBytes}
        onSwitch={(hugePages) => change({ hugePages })}
        onSize={(pageBytes) => change({ pageBytes })}
        onHostPlan={onHostPlan}
      />
      <Part
        label="Looking Glass"
        note="The GPU’s picture in a window on the host."
        on={draft.useLookingGlass}
        onSwitch={(useLookingGlass) => change({ useLookingGlass })}
      >
        <LookingGlassFields
          value={draft.lookingGlass}
          host={lookingGlass}
          onChange={(chosen) => change({ lookingGlass: chosen })}
          onSetUp={(files) => onHostPlan(changeRequest(vm.hostId, { lookingGlass: files }))}
        />
      </Part>
      <Part
        label="Keyboard and mouse of the host (evdev)"
        note="Passed through by libvirt as input devices, and switched between host and VM by keys."
        on={draft.useInputs}
        onSwitch={(useInputs) => change({ useInputs })}
      >
        <HostInputFields
          value={draft.inputs}
          inputs={inputs}
          onChange={(chosen) => change({ inputs: chosen })}
        />
      </Part>
    </>
  );
}

function guestNote(guest: DesktopDraft["guest"]): string {
  if (guest === "keep") return "CPU model, features and clock stay.";
  const common = "CPU model host passthrough, no balloon, no sleep";
  return guest === "windows" ? `${common}; Hyper-V features, KVM hidden, clock in local time.` : `${common}.`;
}

function pinNote(pinning: Pinning | null): string {
  if (pinning === null) return "The host has too few CPUs for it, or does not tell which it has.";
  const cpus = pinning.pins.map(({ cpus }) => cpus).join(", ");
  const emulator = pinning.emulatorCpus === null ? "" : `; QEMU’s own threads on ${pinning.emulatorCpus}`;
  return `CPUs ${cpus}${emulator}. Near the GPU, where the host has several NUMA nodes.`;
}
