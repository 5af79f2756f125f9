import {
  CircleCheckBig,
  CircleDot,
  Info,
  Lock,
  type LucideIcon,
  Monitor,
  OctagonAlert,
  TriangleAlert,
} from "lucide-react";
import type { Tone } from "@/components/ui/badge";
import type { Reason, Verdict, VerdictStatus } from "@/server/pci/verdict.schema";
import { isInUse } from "./verdict-order";

interface Look {
  icon: LucideIcon;
  tone: Tone;
  word: string;
}

interface VerdictLook extends Look {
  /** What it means, in a sentence. */
  meaning: string;
}

/** How each verdict looks and is called; the colour only repeats the word. */
export const verdictLooks: Readonly<Record<VerdictStatus, VerdictLook>> = {
  ready: {
    icon: CircleCheckBig,
    tone: "success",
    word: "Ready",
    meaning: "Bound to vfio-pci: a VM can use it now.",
  },
  bindable: {
    icon: CircleDot,
    tone: "accent",
    word: "Bindable",
    meaning: "The host can do without it: it can be reserved for VMs.",
  },
  risky: {
    icon: TriangleAlert,
    tone: "warning",
    word: "Risky",
    meaning: "It can be reserved for VMs, but there are risks.",
  },
  blocked: {
    icon: Lock,
    tone: "neutral",
    word: "Blocked",
    meaning: "It can't be reserved for VMs now.",
  },
};

const inUse: VerdictLook = {
  icon: Monitor,
  tone: "success",
  word: "In use",
  meaning: "A running VM has it. It is free again when that VM is off.",
};

/** How the verdict on a device looks. That a VM has it is no fault of its own, so that has a look of its own too. */
export function lookOf(verdict: Verdict): VerdictLook {
  return isInUse(verdict) ? inUse : verdictLooks[verdict.status];
}

/** How heavily a reason weighs. */
export const weightLooks: Readonly<Record<Reason["weight"], Look>> = {
  block: { icon: OctagonAlert, tone: "danger", word: "Blocks it" },
  risk: { icon: TriangleAlert, tone: "warning", word: "Risk" },
  note: { icon: Info, tone: "neutral", word: "Note" },
};
