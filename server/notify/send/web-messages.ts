import type { OutgoingHttpHeaders } from "node:http";
import type { ChannelSettings } from "../channel.schema";
import type { Message } from "../message";
import type { Severity } from "../subject.schema";
import { signatureOf, webhookBody } from "./webhook-body";

/** A request by which a message is sent. */
export interface WebMessage {
  url: URL;
  body: string;
  headers: OutgoingHttpHeaders;
}

type Of<Kind extends ChannelSettings["kind"]> = Extract<ChannelSettings, { kind: Kind }>;
const json = { "Content-Type": "application/json" };

/** @param now Unix milliseconds. */
export function webhookMessage(
  { url }: Of<"webhook">,
  secret: string,
  message: Message,
  now: number,
): WebMessage {
  const body = webhookBody(message);
  const at = Math.floor(now / 1000);
  return {
    url: new URL(url),
    body,
    headers: {
      ...json,
      "Passdeck-Id": message.id,
      "Passdeck-Timestamp": at,
      "Passdeck-Signature": signatureOf(body, secret, at),
    },
  };
}

/** ntfy's priorities and tags (https://docs.ntfy.sh/publish/#message-priority). */
const ntfyLooks: Readonly<Record<Severity, { priority: number; tag: string }>> = {
  info: { priority: 3, tag: "information_source" },
  warning: { priority: 4, tag: "warning" },
  critical: { priority: 5, tag: "rotating_light" },
};

/**
 * As JSON (https://docs.ntfy.sh/publish/#publish-as-json): titles in headers could have no letters beyond ASCII. A click on it
 * opens its page (https://docs.ntfy.sh/publish/#click-action).
 */
export function ntfyMessage({ server, topic }: Of<"ntfy">, token: string, message: Message): WebMessage {
  const { priority, tag } = ntfyLooks[message.severity];
  const { id, title, text, url } = message;
  return {
    url: new URL(server),
    body: JSON.stringify({ topic, title, message: text, priority, tags: [tag], ...(url && { click: url }) }),
    headers: { ...json, "Passdeck-Id": id, ...(token === "" ? {} : { Authorization: `Bearer ${token}` }) },
  };
}

/** Gotify's priorities: clients ring from 4 on, and make the screen light up from 8 on. */
const gotifyPriorities: Readonly<Record<Severity, number>> = { info: 2, warning: 5, critical: 8 };

/** Gotify's POST /message (https://gotify.net/api-docs). A click on it opens its page (https://gotify.net/docs/msgextras). */
export function gotifyMessage({ server }: Of<"gotify">, token: string, message: Message): WebMessage {
  const { id, title, text, url, severity } = message;
  return {
    url: new URL("message", server.endsWith("/") ? server : `${server}/`),
    body: JSON.stringify({
      title,
      message: text,
      priority: gotifyPriorities[severity],
      extras: {
        "passdeck::message": { id },
        ...(url && { "client::notification": { click: { url } } }),
      },
    }),
    headers: { ...json, "Passdeck-Id": id, "X-Gotify-Key": token },
  };
}
