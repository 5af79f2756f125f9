import type { TRPCClient } from "@trpc/client";
import type { WebSocket } from "ws";
import { openApi } from "@/e2e/fast-lab/passdeck/api-client";
import type { AppRouter } from "../api/router";
import { configureHosts } from "../hosts";
import type { Job } from "../job/job.schema";
import type { Settings } from "../settings";
import { proofOf, startTestServer } from "./test-server.test-data";

/** The whole server with a host, and an administrator who calls it as a page does. */
export interface ApiWorld {
  /** Where the server is: "http://127.0.0.1:PORT". */
  origin: string;
  api: TRPCClient<AppRouter>;
  /** Resolves when that job does not run any more. */
  jobEnded(jobId: string): Promise<Job>;
  /** A WebSocket of theirs. */
  socket(path: string): WebSocket;
  stop(): Promise<void>;
}

/** @param libvirtUri The host's; its id is "local". */
export function startApi(libvirtUri: string, part: Partial<Settings> = {}): Promise<ApiWorld> {
  return startApiOf(configureHosts, { ...part, libvirtUri });
}

/** As {@link startApi}, with other hosts. */
export async function startApiOf(
  hosts: typeof configureHosts,
  part: Partial<Settings> = {},
): Promise<ApiWorld> {
  const server = await startTestServer(part, undefined, hosts);
  const cookie = await server.makeAdministrator();
  const { api, close } = openApi(server.origin, { cookie, proof: proofOf(cookie) });
  return {
    origin: server.origin,
    api,
    jobEnded: (jobId) => jobEnded(api, jobId),
    socket: (path) => server.socket(path, { cookie }),
    stop: async () => {
      await close();
      await server.stop();
    },
  };
}

function jobEnded(api: TRPCClient<AppRouter>, jobId: string): Promise<Job> {
  return new Promise((resolve, reject) => {
    const subscription = api.job.watch.subscribe(undefined, {
      onData(message) {
        const jobs = message.kind === "snapshot" ? message.jobs : [message.job];
        const job = jobs.find(({ id }) => id === jobId);
        if (job === undefined || job.state === "running") return;
        subscription.unsubscribe();
        resolve(job);
      },
      onError: reject,
    });
  });
}
