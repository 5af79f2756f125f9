import type { Channel, ChannelKind, ChannelSettings } from "@/server/notify/channel.schema";

/** What each kind of channel is called, and its secret. */
export const kindWords: Readonly<Record<ChannelKind, { label: string; secret: string; note?: string }>> = {
  mail: { label: "Mail", secret: "Password" },
  "own-mail": { label: "Mail", secret: "" },
  webhook: {
    label: "Webhook",
    secret: "Signing secret",
    note: "Each message is signed with it, so that the receiver knows who has sent it. 16 characters at least.",
  },
  ntfy: { label: "ntfy", secret: "Access token", note: "Empty for a topic that everybody may write to." },
  gotify: { label: "Gotify", secret: "Application token" },
};

/** Where a channel leads to: "Webhook to hooks.lan". */
export function placeWords({ settings }: Pick<Channel, "settings">): string {
  if (settings === null)
    return "The key file that its settings were encrypted with is lost: enter them anew.";
  return `${kindWords[settings.kind].label} to ${placeOf(settings)}`;
}

function placeOf(settings: ChannelSettings): string {
  switch (settings.kind) {
    case "mail":
      return settings.to.join(", ");
    case "own-mail":
      return settings.to;
    case "webhook":
      return new URL(settings.url).host;
    case "ntfy":
      return `${new URL(settings.server).host}/${settings.topic}`;
    case "gotify":
      return new URL(settings.server).host;
  }
}
