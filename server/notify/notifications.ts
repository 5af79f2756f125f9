import type { Logger } from "pino";
import type { Database } from "../database/open-database";
import { isForPeople, isOpenMail, placeOf, refuseUnfit } from "./allowed-settings";
import type { Channel, ChannelWish, Delivery, NotificationsView, Policy } from "./channel.schema";
import type { ChannelKey } from "./channel-secrets";
import { type ChannelRecord, ChannelStore, type Owner } from "./channel-store";
import { Conditions } from "./conditions";
import { Dispatcher } from "./dispatcher";
import { dueBy } from "./due";
import { type HearingParts, heardBy } from "./hearing";
import type { LinkTo, Message } from "./message";
import { aboutNothing, type Occurrence } from "./occurrence.schema";
import { Outbox } from "./outbox/outbox";
import { accountPage, notificationsPage } from "./pages";
import { PolicyStore } from "./policy-store";
import { type Outcome, refusal, type SendWays } from "./send/outcome";
import { send, type Target } from "./send/send";
import type { Subject } from "./subject.schema";

export interface NotificationsParts extends HearingParts {
  database: Database;
  key: ChannelKey;
  /** By which ways messages go; null where none is sent, as in the demo. */
  ways: Pick<SendWays, "mayAsk" | "trust"> | null;
  linkTo: LinkTo;
  log: Logger;
  now?: () => number;
  chance?: () => number;
}

/** Who is told what: channels with their rules, what waits to be sent on them, and how it fared. */
export class Notifications {
  readonly #channels: ChannelStore;
  readonly #policy: PolicyStore;
  readonly #conditions: Conditions;
  readonly #outbox: Outbox;
  readonly #dispatcher: Dispatcher;
  readonly #listeners = new Set<() => void>();
  readonly #now: () => number;
  readonly #parts: NotificationsParts;

  constructor(parts: NotificationsParts) {
    const { database, key, linkTo, log, now = Date.now, chance = Math.random } = parts;
    this.#parts = parts;
    this.#now = now;
    this.#channels = new ChannelStore(database, key);
    this.#policy = new PolicyStore(database);
    this.#conditions = new Conditions(database);
    this.#outbox = new Outbox(database, linkTo);
    this.#dispatcher = new Dispatcher({
      outbox: this.#outbox,
      heard: (channelId, occurrence) => this.#heard(this.#channels.find(channelId), occurrence),
      send: (channelId, message, signal) => this.#send(channelId, message, signal),
      changed: () => this.#tellChanged(),
      log,
      now,
      chance,
    });
  }

  /** Begins to send, with what an earlier run has left. */
  start(): void {
    this.#dispatcher.start();
  }

  stop(): Promise<void> {
    return this.#dispatcher.stop();
  }

  /** Whether anybody wants to hear of a subject. */
  wants(subject: Subject): boolean {
    return this.#channels
      .all()
      .some(({ enabled, rules }) => enabled && rules.some(({ subjects }) => subjects.includes(subject)));
  }

  /**
   * Tells of an occurrence on all channels that have a rule for it, and whose owners may hear of it. It is on record when this
   * returns. @param key What was told by a key is told no more by it.
   */
  tell(key: string, occurrence: Occurrence): void {
    this.#parts.database.transaction(() => this.#put(key, occurrence));
    this.#dispatcher.wake();
  }

  /** As {@link tell}, once until the condition is cleared. */
  raise(condition: string, occurrence: Occurrence): void {
    this.#parts.database.transaction(() => {
      if (this.#conditions.raise(condition, occurrence.at))
        this.#put(`${condition}/${occurrence.at}`, occurrence);
    });
    this.#dispatcher.wake();
  }

  /** Ends a condition. @param occurrence Told where there was one. */
  clear(condition: string, occurrence: Occurrence | null = null): void {
    this.#parts.database.transaction(() => {
      if (!this.#conditions.clear(condition) || occurrence === null) return;
      this.#put(`${condition}/over/${occurrence.at}`, occurrence);
    });
    this.#dispatcher.wake();
  }

  isRaised(condition: string): boolean {
    return this.#conditions.has(condition);
  }

  /** The conditions that there are, of those that begin with `prefix`. */
  raised(prefix: string): string[] {
    return this.#conditions.keys(prefix);
  }

  get policy(): Policy {
    return this.#policy.get();
  }

  setPolicy(policy: Policy): void {
    this.#policy.set(policy);
    this.#tellChanged();
  }

  /** All that the owner's page shows. */
  view(owner: Owner): NotificationsView {
    const all = this.#channels.all();
    return {
      channels: all.filter((channel) => channel.owner === owner).map((channel) => this.#viewOf(channel)),
      policy: this.policy,
      mailServers: all.filter(isOpenMail).map(({ id, name }) => ({ channelId: id, name })),
    };
  }

  /** A channel's name with where it leads to, for the audit. @throws AppError "not-found" */
  nameOf(owner: Owner, channelId: string): string {
    const { name, settings } = this.#channels.of(owner, channelId);
    return settings === null ? name : `${name} (${placeOf(settings)})`;
  }

  /** @throws AppError "bad-input" or "conflict", where it may not be so. */
  save(owner: Owner, wish: ChannelWish): void {
    const before = wish.channelId === null ? null : this.#channels.of(owner, wish.channelId);
    refuseUnfit(wish, {
      owner,
      before,
      policy: this.policy,
      houseChannel: (id) => this.#channels.find(id),
    });
    const id = this.#channels.save(owner, wish, this.#now());
    if (!wish.enabled) this.#outbox.drop(id);
    this.#tellChanged();
    this.#dispatcher.wake();
  }

  remove(owner: Owner, channelId: string): void {
    this.#channels.remove(owner, channelId);
    this.#tellChanged();
  }

  /** Sends a message by which somebody sees whether a channel works. */
  async test(owner: Owner, channelId: string): Promise<Outcome> {
    const { name } = this.#channels.of(owner, channelId);
    const occurrence: Occurrence = {
      ...aboutNothing,
      subject: "test",
      severity: "info",
      at: this.#now(),
      title: "This is a test",
      detail: `Passdeck can send notifications on the channel “${name}”.`,
      page: owner === null ? notificationsPage : accountPage,
    };
    return this.#dispatcher.sendNow(channelId, this.#outbox.addAlone(channelId, occurrence));
  }

  /** The latest messages of a channel, the latest first. */
  deliveries(owner: Owner, channelId: string): Delivery[] {
    return this.#outbox.log(this.#channels.of(owner, channelId).id);
  }

  /** Calls `listener` when what a page shows is another, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Users have changed: their channels may have gone with them. */
  heedUsers(): void {
    this.#channels.forget();
  }

  #put(key: string, occurrence: Occurrence): void {
    for (const channel of this.#channels.all()) {
      if (!channel.enabled || occurrence.at < channel.createdAt) continue;
      const dueAt = dueBy(channel.rules, occurrence);
      if (dueAt === null || this.#heard(channel, occurrence) === null) continue;
      this.#outbox.add(channel.id, key, occurrence, dueAt);
    }
  }

  #heard(channel: ChannelRecord | null, occurrence: Occurrence): Occurrence | null {
    return channel === null ? null : heardBy(this.#parts, channel.owner, occurrence);
  }

  async #send(channelId: string, message: Message, signal: AbortSignal): Promise<Outcome> {
    const { ways } = this.#parts;
    const channel = this.#channels.find(channelId);
    if (ways === null) return refusal("The demo", "nothing is sent");
    const target = channel && this.#targetOf(channel);
    if (channel === null || target === null)
      return refusal(channel?.name ?? "This channel", "it leads nowhere any more. Open it and save it anew");
    return send(target, message, { ...ways, signal, now: this.#now });
  }

  /** Where a channel leads to as things are now; null where its owner may not use that any more. */
  #targetOf({ owner, settings, secret }: ChannelRecord): Target | null {
    const houseChannel = (id: string) => this.#channels.find(id);
    if (settings === null || (owner !== null && !isForPeople(settings, this.policy, houseChannel)))
      return null;
    if (settings.kind !== "own-mail") return { settings, secret };
    const house = houseChannel(settings.via);
    if (house?.settings?.kind !== "mail") return null;
    return { settings: { ...house.settings, to: [settings.to] }, secret: house.secret };
  }

  #viewOf({ id, name, enabled, settings, secret, rules }: ChannelRecord): Channel {
    const last = this.#outbox.log(id, 1)[0] ?? null;
    return { id, name, enabled, settings, hasSecret: secret !== "", rules, last };
  }

  #tellChanged(): void {
    for (const listener of this.#listeners) listener();
  }
}
