import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { seenJob } from "../../api/veil";
import { jobSchema, jobStates } from "../../job/job.schema";
import { noSuchJob } from "../../not-there";
import { cancelJob } from "../../work/job/cancel";
import { jobReference } from "../../work/references.schema";
import { pageInput, pageOf, pageSchema } from "../page-of";
import { doing, type Route, reading } from "../route";

const tag = "Jobs" as const;

/** So that the latest comes first. */
const lastTime = 10 ** 15;

export const jobRoutes: readonly Route[] = [
  reading({
    path: "/jobs",
    id: "listJobs",
    tag,
    title: "List jobs",
    notes: "The latest first.",
    right: "job.watch",
    input: z.object({
      ...pageInput,
      /** Those of one host alone. */
      hostId: z.string().max(64).optional(),
      state: z.enum(jobStates).optional(),
    }),
    output: pageSchema(jobSchema),
    objects: onInstallation,
    read(request, { hostId, state, ...page }) {
      const { jobs: all, fleet } = request.services;
      const seen = all.all().flatMap((job) => seenJob(request, fleet, job) ?? []);
      const jobs = seen.filter(
        (job) =>
          (hostId === undefined || job.hostId === hostId) && (state === undefined || job.state === state),
      );
      return pageOf(jobs, page, ({ startedAt, id }) => `${lastTime - startedAt}/${id}`);
    },
  }),
  reading({
    path: "/jobs/{jobId}",
    id: "getJob",
    tag,
    title: "Get a job",
    notes:
      "Done when `state` is no longer `running`. `interrupted`: Passdeck ended in the middle of it, and somebody has to say whether it is finished or undone.",
    right: "job.watch",
    input: jobReference,
    output: jobSchema,
    objects: onInstallation,
    read(request, { jobId }) {
      const { jobs, fleet } = request.services;
      const job = seenJob(request, fleet, jobs.get(jobId));
      if (job !== null) return job;
      throw noSuchJob();
    },
  }),
  doing(cancelJob, {
    method: "POST",
    path: "/jobs/{jobId}/cancel",
    id: "cancelJob",
    tag,
    notes: "It stops after the step that it is at, and what it did is taken back.",
  }),
];
