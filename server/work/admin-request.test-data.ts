import { pino } from "pino";
import { auditLog } from "../access/audit";
import type { ActRequest } from "./act-context";
import type { Services } from "./services";

/** Somebody who may do everything, where no job has anything in hand, nobody has a quota and no host is in a cluster. @param services What the acts reach. */
export function adminRequest(services: Partial<Services>): ActRequest {
  const idle = {
    quotaBook: {
      look: async () => ({ lines: [], refusal: null, reserved: [] }),
      during: async (_demands: unknown, work: (reserved: readonly unknown[]) => unknown) => work([]),
    },
    jobs: { during: async (_claim: unknown, work: () => unknown) => work() },
    clusters: { before: async () => ({ reading: { kind: "none" } }), latest: [] },
    audit: auditLog(pino({ level: "silent" })),
  };
  return {
    level: "admin",
    user: { id: "1", name: "ada", level: "admin" },
    services: { ...idle, ...services } as unknown as Services,
    sessionId: null,
    browserMark: null,
    userAgent: null,
    pageOrigin: null,
    localAddress: "127.0.0.1",
    remoteAddress: "127.0.0.1",
  };
}
