import {
  CircleQuestionMark,
  CircleStop,
  type LucideIcon,
  Moon,
  OctagonAlert,
  Pause,
  Play,
  Power,
} from "lucide-react";
import type { Tone } from "@/components/ui/badge";
import type { VmState, VmSummary } from "@/server/fleet/schema";

export interface StateLook {
  word: string;
  icon: LucideIcon;
  tone: Tone;
}

/** How each state is shown: always by a word, which an icon and a colour repeat. */
export const stateLooks: Readonly<Record<VmState, StateLook>> = {
  running: { word: "Running", icon: Play, tone: "success" },
  paused: { word: "Paused", icon: Pause, tone: "warning" },
  "shutting-down": { word: "Shutting down", icon: Power, tone: "warning" },
  suspended: { word: "Suspended", icon: Moon, tone: "warning" },
  crashed: { word: "Crashed", icon: OctagonAlert, tone: "danger" },
  off: { word: "Off", icon: CircleStop, tone: "neutral" },
  unknown: { word: "Unknown", icon: CircleQuestionMark, tone: "neutral" },
};

/** The states in the order in which lists and filters name them. */
export const stateOrder: readonly VmState[] = [
  "running",
  "paused",
  "shutting-down",
  "suspended",
  "crashed",
  "off",
  "unknown",
];

/** Whether a VM has a QEMU process, and so figures. */
export function isActive(state: VmState): boolean {
  return state !== "off" && state !== "crashed" && state !== "unknown";
}

/** How many VMs are in each state; states of no VM are left out. */
export function countStates(vms: Iterable<VmSummary>): Map<VmState, number> {
  const counts = new Map<VmState, number>();
  for (const { state } of vms) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}
