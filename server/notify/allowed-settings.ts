import { AppError } from "../errors";
import type { ChannelSettings, ChannelWish, Policy } from "./channel.schema";
import type { ChannelRecord, Owner } from "./channel-store";

interface Surroundings {
  owner: Owner;
  policy: Policy;
  /** The channel as it is; null of a new one. */
  before: ChannelRecord | null;
  /** The house's channel that a person's mail goes by; null where there is none. */
  houseChannel(id: string): ChannelRecord | null;
}

/** @throws AppError "bad-input", where a channel may not be as somebody wants it. */
export function refuseUnfit(wish: ChannelWish, { owner, policy, before, houseChannel }: Surroundings): void {
  refuseMoved(wish, before);
  const { settings } = wish;
  const secret = wish.secret ?? before?.secret ?? "";
  if (settings.kind === "webhook" && secret.length < 16)
    throw badInput("A webhook needs a signing secret of 16 characters at least.");
  if (settings.kind === "gotify" && secret === "") throw badInput("Gotify needs an application's token.");
  if (settings.kind === "mail" && settings.user !== "" && secret === "")
    throw badInput("Enter the password of the mail server's user, or leave the user name empty.");
  if (owner === null) {
    if (settings.kind === "own-mail")
      throw badInput("A channel of the house needs a mail server of its own.");
  } else if (!isForPeople(settings, policy, houseChannel)) throw notForPeople(settings);
}

/** Whether a person may have a channel of such settings: an administrator has named its server. */
export function isForPeople(
  settings: ChannelSettings,
  policy: Policy,
  houseChannel: (id: string) => ChannelRecord | null,
): boolean {
  if (settings.kind === "mail") return false;
  if (settings.kind === "own-mail") return isOpenMail(houseChannel(settings.via));
  const { hostname, host } = new URL(placeOf(settings));
  return policy.servers.some((server) => [hostname, host].includes(server.toLowerCase()));
}

/** Whether people may have their notifications sent by a channel. */
export function isOpenMail(channel: ChannelRecord | null): boolean {
  return (
    channel !== null &&
    channel.owner === null &&
    channel.settings?.kind === "mail" &&
    channel.settings.forPeople
  );
}

/** Where a channel leads to, without what may be secret of its address. */
export function placeOf(settings: ChannelSettings): string {
  switch (settings.kind) {
    case "mail":
      return `smtp://${settings.host.toLowerCase()}:${settings.port}`;
    case "own-mail":
      return `mailto:${settings.to}`;
    case "webhook":
      return new URL(settings.url).origin;
    case "ntfy":
    case "gotify":
      return new URL(settings.server).origin;
  }
}

/** A secret that somebody else has entered must not be sent to another server by who never knew it. */
function refuseMoved({ settings, secret }: ChannelWish, before: ChannelRecord | null): void {
  if (secret !== null || before === null || before.settings === null || before.secret === "") return;
  const isMoved =
    before.settings.kind !== settings.kind ||
    placeOf(before.settings) !== placeOf(settings) ||
    (before.settings.kind === "mail" && settings.kind === "mail" && before.settings.tls !== settings.tls);
  if (isMoved) throw badInput("The server is another one: enter the password, token or secret again.");
}

function notForPeople(settings: ChannelSettings): AppError {
  const userMessage =
    settings.kind === "own-mail" || settings.kind === "mail"
      ? "No administrator has allowed people to have their notifications sent by this mail server."
      : `No administrator has allowed people to have notifications sent to ${new URL(placeOf(settings)).host}. Ask one of them to add it in Notifications.`;
  return badInput(userMessage);
}

function badInput(userMessage: string): AppError {
  return new AppError("bad-input", { userMessage });
}
