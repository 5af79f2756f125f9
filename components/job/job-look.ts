import {
  Circle,
  CircleCheck,
  CircleX,
  Loader,
  type LucideIcon,
  OctagonAlert,
  TriangleAlert,
  Undo2,
} from "lucide-react";
import type { Tone } from "@/components/ui/badge";
import type { Job, JobState, JobStep } from "@/server/job/job.schema";

interface Look {
  icon: LucideIcon;
  tone: Tone;
  word: string;
}

/** How a step of a job looks. */
export const stepLooks: Readonly<Record<JobStep["state"], Look>> = {
  waiting: { icon: Circle, tone: "neutral", word: "waiting" },
  running: { icon: Loader, tone: "accent", word: "running" },
  done: { icon: CircleCheck, tone: "success", word: "done" },
  failed: { icon: CircleX, tone: "danger", word: "failed" },
  undone: { icon: Undo2, tone: "neutral", word: "undone" },
};

/** How a whole job looks, and what its state means. */
export const jobLooks: Readonly<Record<JobState, Look & { meaning: string }>> = {
  running: {
    icon: Loader,
    tone: "accent",
    word: "Running",
    meaning: "Each step is checked before the next.",
  },
  done: { icon: CircleCheck, tone: "success", word: "Done", meaning: "Every step was done and checked." },
  undone: {
    icon: Undo2,
    tone: "warning",
    word: "Undone",
    meaning: "It did not finish. Everything that was done has been undone.",
  },
  failed: {
    icon: OctagonAlert,
    tone: "danger",
    word: "Failed",
    meaning: "It failed, and not everything could be undone. The steps below show the current state.",
  },
  interrupted: {
    icon: TriangleAlert,
    tone: "warning",
    word: "Interrupted",
    meaning: "Passdeck stopped while it was running. Choose whether to finish or undo it.",
  },
};

/** What the state of a job means. */
export function meaningOf({ state, independent }: Pick<Job, "state" | "independent">): string {
  return (independent ? independentMeanings[state] : undefined) ?? jobLooks[state].meaning;
}

const independentMeanings: Readonly<Partial<Record<JobState, string>>> = {
  running: "The steps don’t wait for each other. Those that are done stay.",
  failed: "Not every step was done. Those that were stay.",
};

/** How many of a job's steps are done, in words: "2 of 5 steps". */
export function progressText(steps: readonly JobStep[]): string {
  return `${steps.filter(({ state }) => state === "done").length} of ${steps.length} steps`;
}
