import { createTRPCClient, createWSClient, httpLink, splitLink, type TRPCClient, wsLink } from "@trpc/client";
import { WebSocket } from "ws";
import type { AppRouter } from "../api/router";
import { configureHosts } from "../hosts";
import type { Job } from "../job/job.schema";
import type { Settings } from "../settings";
import { startTestServer } from "./test-server.test-data";

/** The whole server with a host, and an administrator who calls it as a page does. */
export interface ApiWorld {
  api: TRPCClient<AppRouter>;
  /** Resolves when that job does not run any more. */
  jobEnded(jobId: string): Promise<Job>;
  stop(): Promise<void>;
}

/** @param libvirtUri The host's; its id is "local". */
export async function startApi(libvirtUri: string, part: Partial<Settings> = {}): Promise<ApiWorld> {
  const server = await startTestServer({ ...part, libvirtUri }, undefined, configureHosts);
  const headers = { cookie: await server.makeAdministrator(), origin: server.origin };
  class SignedInSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers });
    }
  }
  const socket = createWSClient({
    url: `${server.origin.replace(/^http/, "ws")}/ws/trpc`,
    WebSocket: SignedInSocket as unknown as typeof globalThis.WebSocket,
    lazy: { enabled: true, closeMs: 0 },
  });
  const api = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: wsLink({ client: socket }),
        false: httpLink({ url: `${server.origin}/api/trpc`, headers }),
      }),
    ],
  });
  return {
    api,
    jobEnded: (jobId) => jobEnded(api, jobId),
    stop: async () => {
      await socket.close();
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
