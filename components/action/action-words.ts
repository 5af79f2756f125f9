import {
  Archive,
  ArchiveX,
  type LucideIcon,
  Pause,
  Play,
  Power,
  PowerOff,
  RefreshCw,
  RotateCcw,
  StepForward,
} from "lucide-react";
import type { VmAction } from "@/server/domain/actions.schema";

export interface ActionWords {
  label: string;
  icon: LucideIcon;
  /** While the server is at it: "Starting…". */
  doing: string;
  /** After the VM's name or "3 VMs": "was started" is said as "web-01: started". */
  done: string;
  /** What may be lost, where it must be asked first. */
  risk: string | null;
}

/** The words and icon of each action. */
export const actionWords: Readonly<Record<VmAction, ActionWords>> = {
  start: { label: "Start", icon: Play, doing: "Starting…", done: "started", risk: null },
  pause: { label: "Pause", icon: Pause, doing: "Pausing…", done: "paused", risk: null },
  resume: { label: "Resume", icon: StepForward, doing: "Resuming…", done: "resumed", risk: null },
  "shut-down": {
    label: "Shut down",
    icon: Power,
    doing: "Asking to shut down…",
    done: "asked to shut down; the guest decides when",
    risk: null,
  },
  reboot: {
    label: "Reboot",
    icon: RefreshCw,
    doing: "Asking to reboot…",
    done: "asked to reboot; the guest decides when",
    risk: null,
  },
  reset: {
    label: "Reset",
    icon: RotateCcw,
    doing: "Resetting…",
    done: "reset",
    risk: "This is like pressing a reset button: what the guest has not yet written to its disks is lost.",
  },
  "force-off": {
    label: "Force off",
    icon: PowerOff,
    doing: "Forcing off…",
    done: "forced off",
    risk: "This is like pulling the plug: what the guest has not yet written to its disks is lost.",
  },
  save: {
    label: "Save and stop",
    icon: Archive,
    doing: "Saving…",
    done: "saved; the next start resumes it",
    risk: null,
  },
  "discard-saved": {
    label: "Discard saved state",
    icon: ArchiveX,
    doing: "Discarding…",
    done: "saved state discarded; the next start boots it",
    risk: "The saved memory is deleted for good, with all that was open in the guest. The next start boots from disk.",
  },
};

/** The actions of a menu, in groups. */
export const actionGroups: readonly (readonly VmAction[])[] = [
  ["start", "pause", "resume"],
  ["shut-down", "reboot", "save", "discard-saved"],
  ["reset", "force-off"],
];

/** Shown in red: they lose something. */
export function isRisky(action: VmAction): boolean {
  return actionWords[action].risk !== null;
}
