import { type Pinning, suggestPins } from "@/components/cpu/suggest-pins";
import type { HostInputsDraft } from "@/components/device/desktop/host-input-fields";
import { usualLookingGlass } from "@/components/device/desktop/looking-glass-fields";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { DesktopSetup } from "@/server/create/desktop/desktop.schema";
import type { Hardware } from "@/server/domain/hardware/hardware.schema";
import type { LookingGlass } from "@/server/domain/looking-glass/looking-glass.schema";

/** What somebody chose so far; each part that is off keeps what was chosen of it. */
export interface DesktopDraft {
  guest: "windows" | "linux" | "keep";
  pin: boolean;
  hugePages: boolean;
  pageBytes: number;
  useLookingGlass: boolean;
  lookingGlass: LookingGlass;
  useInputs: boolean;
  inputs: HostInputsDraft;
}

/** What the VM and its host say of what can be chosen. */
export interface DesktopGround {
  hardware: Hardware;
  choices: CreateChoices;
}

const usualPageBytes = 2 ** 21;

/** What the dialog opens with: all that the host is ready for. */
export function firstDraft({ hardware, choices }: DesktopGround): DesktopDraft {
  const memory = memoryOf(hardware);
  const fitting = (choices.hugepages ?? [])
    .filter(({ bytes }) => memory > 0 && memory % bytes === 0)
    .toSorted((one, other) => other.bytes - one.bytes);
  const largest = fitting.find(({ bytes, total }) => total * bytes >= memory);
  return {
    guest: "keep",
    pin: suggestedPins({ hardware, choices }, null) !== null,
    hugePages: largest !== undefined,
    pageBytes: (largest ?? fitting[0])?.bytes ?? usualPageBytes,
    useLookingGlass: true,
    lookingGlass: hardware.lookingGlass ?? usualLookingGlass,
    useInputs: false,
    inputs: { devices: [], toggle: "ctrl-ctrl" },
  };
}

/** The VM's memory in bytes; 0 where its definition does not tell. */
export function memoryOf({ sections }: Hardware): number {
  return Number(sections.find(({ id }) => id === "memory")?.values.memory ?? 0);
}

/** Each vCPU on a CPU of its own, near the GPU; null where the host has too few, or does not tell. */
export function suggestedPins({ hardware, choices }: DesktopGround, node: number | null): Pinning | null {
  const cpu = hardware.sections.find(({ id }) => id === "cpu")?.values ?? {};
  const threads = Number(cpu.threads ?? 1);
  const shape = { sockets: 1, cores: Number(cpu.vcpus ?? 1) / threads, threads };
  return choices.cpus === null ? null : suggestPins(shape, choices.cpus, node);
}

/** How many pages the VM's memory takes, and how many the host has set aside. */
export function pagesNeeded(
  { hardware, choices }: DesktopGround,
  pageBytes: number,
): { needed: number; total: number } {
  const total = choices.hugepages?.find(({ bytes }) => bytes === pageBytes)?.total ?? 0;
  return { needed: Math.ceil(memoryOf(hardware) / pageBytes), total };
}

/** What is asked for; null where a part is not chosen to the end. */
export function setupOf(draft: DesktopDraft, pinning: Pinning | null): DesktopSetup | null {
  if (draft.useInputs && draft.inputs.devices.length === 0) return null;
  return {
    guest: draft.guest === "keep" ? null : draft.guest,
    pinning:
      draft.pin && pinning !== null ? { pins: pinning.pins, emulatorCpus: pinning.emulatorCpus } : null,
    hugepageBytes: draft.hugePages ? draft.pageBytes : null,
    lookingGlass: draft.useLookingGlass ? draft.lookingGlass : null,
    inputs: draft.useInputs ? draft.inputs : null,
  };
}
