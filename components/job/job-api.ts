import { trpc } from "@/components/api/client";
import type { JobMessage } from "@/server/job/job.schema";

interface Watcher {
  onData(message: JobMessage): void;
  onError(): void;
  onComplete(): void;
}

interface JobApi {
  watch: { subscribe(input: undefined, watcher: Watcher): { unsubscribe(): void } };
  cancel: { mutate(input: { jobId: string }): Promise<unknown> };
  finish: { mutate(input: { jobId: string }): Promise<unknown> };
  undo: { mutate(input: { jobId: string }): Promise<unknown> };
}

/** The server's jobs. */
export const jobApi: JobApi = (trpc as unknown as { job: JobApi }).job;
