import pino from "pino";
import { onTestFinished } from "vitest";
import type { Who } from "../access/can";
import type { Database } from "../database/open-database";
import { testDatabaseIn } from "../database/testing/test-database";
import { temporaryFolder } from "../host/tree.test-data";
import type { Job } from "../job/job.schema";
import type { ChannelWish } from "./channel.schema";
import { ChannelKey } from "./channel-secrets";
import { Notifications } from "./notifications";
import { aboutNothing, type Occurrence } from "./occurrence.schema";
import { vmPage } from "./pages";
import type { Rule } from "./rule.schema";
import { subjects } from "./subject.schema";

export const secret = "a signing secret of letters";
export const hostId = "local";
export const vmId = "0d6a5e1c-0000-4000-8000-00000000abcd";

/** Everything, at any time. */
export const everything: Rule = {
  subjects: [...subjects],
  least: "info",
  hostId: null,
  vms: null,
  quiet: null,
};

export function webhookWish(url: string, part: Partial<ChannelWish> = {}): ChannelWish {
  const settings = { kind: "webhook", url } as const;
  return { channelId: null, name: "hook", enabled: true, settings, secret, rules: [everything], ...part };
}

/** A VM that crashed. */
export function crash(part: Partial<Occurrence> = {}): Occurrence {
  return {
    ...aboutNothing,
    subject: "vm-crashed",
    severity: "critical",
    at: Date.now(),
    title: "The VM web crashed",
    detail: "QEMU ended.",
    hostId,
    vmId,
    vmName: "web",
    page: vmPage(hostId, vmId),
    ...part,
  };
}

interface WorldParts {
  folder?: string;
  database?: Database;
  /** Users by id. */
  users?: Record<string, Who>;
  jobs?: Record<string, Job>;
  /** The time, in place of the clock. */
  now?: () => number;
  demo?: boolean;
}

/** Notifications on a database of their own, which send to loopback. */
export function notifyWorld({
  folder = temporaryFolder(),
  users = {},
  jobs = {},
  demo = false,
  ...rest
}: WorldParts = {}) {
  const database = rest.database ?? testDatabaseIn(folder);
  const lines: string[] = [];
  const notifications = new Notifications({
    database,
    key: new ChannelKey(folder),
    whoIs: (userId) => users[userId] ?? null,
    seenJob: (_who, jobId) => jobs[jobId] ?? null,
    linkTo: (page) => `https://passdeck.lan${page}`,
    ways: demo ? null : { mayAsk: () => true },
    log: pino({ level: "trace" }, { write: (line) => void lines.push(line) }),
    chance: () => 1,
    ...(rest.now === undefined ? {} : { now: rest.now }),
  });
  onTestFinished(async () => {
    await notifications.stop();
    database.close();
  });
  /** Resolves once `holds`, asked whenever a delivery has been written down. */
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (holds()) resolve();
      };
      notifications.onChange(look);
      look();
    });
  const channelId = (name = "hook", owner: string | null = null) =>
    notifications.view(owner).channels.find((channel) => channel.name === name)?.id ?? "";
  return { folder, database, notifications, until, channelId, logged: () => lines.join("") };
}
