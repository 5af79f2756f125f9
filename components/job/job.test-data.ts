import type { Job } from "@/server/job/job.schema";

let jobs = 0;

/** A job of two steps, changed where `part` says so. */
export function aJob(part: Partial<Job> = {}): Job {
  jobs += 1;
  const step = {
    effect: "echo vfio-pci > driver_override",
    risk: null,
    undo: null,
    problem: null,
    progress: null,
  };
  return {
    id: `00000000-0000-4000-8000-${jobs.toString().padStart(12, "0")}`,
    hostId: "local",
    title: "Reserve GeForce RTX 3090 (0000:01:00.0) for VMs",
    kind: "reserve",
    subjects: ["0000:01:00.0"],
    startedBy: "admin",
    startedAt: 1_000,
    endedAt: null,
    state: "running",
    steps: [
      { ...step, title: "Bind 0000:01:00.0", state: "done" },
      { ...step, title: "Bind 0000:01:00.1", state: "running" },
    ],
    problem: null,
    cancellable: true,
    independent: false,
    report: null,
    ...part,
  };
}
