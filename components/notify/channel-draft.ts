import type {
  Channel,
  ChannelKind,
  ChannelSettings,
  ChannelWish,
  NotificationsView,
} from "@/server/notify/channel.schema";
import type { Rule } from "@/server/notify/rule.schema";
import { type Subject, subjects } from "@/server/notify/subject.schema";
import type { Owner } from "./owner";

/** Settings that nobody has filled in yet. */
export function emptySettings(kind: ChannelKind, view: NotificationsView): ChannelSettings {
  switch (kind) {
    case "mail":
      return { kind, host: "", port: 587, tls: "starttls", user: "", from: "", to: [], forPeople: false };
    case "own-mail":
      return { kind, via: view.mailServers[0]?.channelId ?? "", to: "" };
    case "webhook":
      return { kind, url: "" };
    case "ntfy":
      return { kind, server: "https://ntfy.sh", topic: "" };
    case "gotify":
      return { kind, server: "" };
  }
}

/** The kinds that somebody may add. */
export function kindsFor(owner: Owner, { mailServers, policy }: NotificationsView): readonly ChannelKind[] {
  if (owner === "house") return ["mail", "webhook", "ntfy", "gotify"];
  return [
    ...(mailServers.length === 0 ? [] : (["own-mail"] as const)),
    ...(policy.servers.length === 0 ? [] : (["webhook", "ntfy", "gotify"] as const)),
  ];
}

/** What members may see; the rest is of hosts. */
const ofVms: readonly Subject[] = ["job-failed", "job-interrupted", "vm-crashed", "card-lost", "sign-in"];

/** What somebody can hear of. @param isMember They see VMs that are shared with them alone. */
export function subjectsFor(isMember: boolean): readonly Subject[] {
  return isMember ? ofVms : subjects;
}

export function newRule(isMember: boolean): Rule {
  return { subjects: [...subjectsFor(isMember)], least: "info", hostId: null, vms: null, quiet: null };
}

/** A channel as it is, to be changed, or a new one. */
export function draftOf(
  channel: Channel | null,
  owner: Owner,
  view: NotificationsView,
  isMember: boolean,
): ChannelWish {
  const [kind = "webhook"] = kindsFor(owner, view);
  if (channel === null)
    return {
      channelId: null,
      name: "",
      enabled: true,
      settings: emptySettings(kind, view),
      secret: "",
      rules: [newRule(isMember)],
    };
  const { id, name, enabled, settings, hasSecret, rules } = channel;
  return {
    channelId: id,
    name,
    enabled,
    settings: settings ?? emptySettings(kind, view),
    secret: hasSecret ? null : "",
    rules,
  };
}
