import type { ChannelSettings } from "../channel.schema";
import type { Message } from "../message";
import { type MailServer, sendMail } from "./mail";
import type { Outcome, SendWays } from "./outcome";
import { post } from "./post";
import { gotifyMessage, ntfyMessage, type WebMessage, webhookMessage } from "./web-messages";

/** Where a message goes, with what is secret of it. */
export interface Target {
  settings: Exclude<ChannelSettings, { kind: "own-mail" }>;
  secret: string;
}

/** Sends a message. It never throws: what went wrong is the outcome, in which the secret does not stand. */
export async function send({ settings, secret }: Target, message: Message, ways: SendWays): Promise<Outcome> {
  const outcome =
    settings.kind === "mail"
      ? await sendMail(settings, secret, message, ways)
      : await sendByWeb(webMessage(settings, secret, message, ways.now()), ways);
  return { ...outcome, words: hidden(outcome.words, secret) };
}

function sendByWeb({ url, body, headers }: WebMessage, ways: SendWays): Promise<Outcome> {
  return post(url, body, headers, ways);
}

function webMessage(
  settings: Exclude<Target["settings"], MailServer>,
  secret: string,
  message: Message,
  now: number,
): WebMessage {
  switch (settings.kind) {
    case "webhook":
      return webhookMessage(settings, secret, message, now);
    case "ntfy":
      return ntfyMessage(settings, secret, message);
    case "gotify":
      return gotifyMessage(settings, secret, message);
  }
}

/** Servers repeat what they were sent. */
function hidden(words: string, secret: string): string {
  const short = words.length > 300 ? `${words.slice(0, 300)}…` : words;
  return secret === "" ? short : short.replaceAll(secret, "•••");
}
