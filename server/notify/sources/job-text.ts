import type { Job } from "../../job/job.schema";
import type { Occurrence } from "../occurrence.schema";

/** How a job that did not end well is told. */
export function jobText(job: Job): Pick<Occurrence, "title" | "detail"> {
  const { title, problem, state, startedBy } = job;
  const by = startedBy === "" ? "" : ` It was started by ${startedBy}.`;
  if (state === "interrupted" || state === "running")
    return {
      title: `Job interrupted: ${title}`,
      detail: `Passdeck ended in the middle of it. Somebody has to say whether it is to be finished or undone.${by}`,
    };
  const undone = state === "undone" ? " What it had done was taken back." : "";
  return { title: `Job failed: ${title}`, detail: `${problem ?? "It failed."}${undone}${by}` };
}
