import { setInterval } from "node:timers";
import type { Logger } from "pino";
import type { Database } from "../../database/open-database";
import type { AuditEntry, AuditSink } from "../audit";
import type { ObjectReference } from "../object.schema";
import type { AuditChain } from "./audit.schema";
import { AuditSearch } from "./audit-search";
import { AuditTrail } from "./audit-trail";
import type { AuditCopy } from "./copies/audit-copy";
import { SentOn } from "./copies/sent-on";

const dayMs = 24 * 3_600_000;
const forgetEveryMs = 3_600_000;

export interface AuditStoreParts {
  database: Database;
  /** What people call an object now. */
  nameOf(object: ObjectReference): string;
  /** After how many days an entry is taken away; null: never. */
  keptDays: number | null;
  /** Where each entry goes besides. */
  copies: readonly AuditCopy[];
  log: Logger;
}

/** The audit log: kept in the database, chained, sent on to where the settings say, and searched. */
export class AuditStore implements AuditSink {
  readonly search: AuditSearch;
  readonly #trail: AuditTrail;
  readonly #sentOn: SentOn;
  readonly #parts: AuditStoreParts;
  readonly #timer: NodeJS.Timeout;

  constructor(parts: AuditStoreParts) {
    this.#parts = parts;
    this.search = new AuditSearch(parts.database);
    this.#trail = new AuditTrail(parts.database, parts.log);
    this.#sentOn = new SentOn(parts.database, parts.copies);
    this.sendNew();
    this.forgetOld();
    this.#timer = setInterval(() => this.forgetOld(), forgetEveryMs).unref();
    void this.#checkAtStart();
  }

  record(entry: AuditEntry): void {
    if (this.#trail.record(entry)) this.sendNew();
  }

  /** Sends on what this process, or a command beside it, has written. */
  sendNew(): void {
    try {
      this.#sentOn.sendNew();
    } catch (error) {
      this.#parts.log.error({ err: error }, "the audit could not be sent on");
    }
  }

  subjectOf(objects: readonly ObjectReference[]): string {
    const names = objects.map((object) => this.#parts.nameOf(object));
    return names.filter((name) => name !== "").join(", ");
  }

  /** Takes away what is older than it is to be kept. */
  forgetOld(now = Date.now()): void {
    const { keptDays, log } = this.#parts;
    if (keptDays === null) return;
    const count = this.#trail.forgetBefore(now - keptDays * dayMs);
    if (count > 0) log.info({ count, keptDays }, "old entries of the audit were taken away");
  }

  /** How it stands, read anew. */
  async state(): Promise<{
    chain: AuditChain;
    problems: string[];
    keptDays: number | null;
    sentTo: string[];
  }> {
    const { copies, keptDays } = this.#parts;
    const problems = [this.#trail, ...copies].flatMap(({ problem }) => problem ?? []);
    return { chain: await this.#trail.check(), problems, keptDays, sentTo: copies.map(({ name }) => name) };
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#parts.copies.map((copy) => copy.close()));
  }

  async #checkAtStart(): Promise<void> {
    const { log } = this.#parts;
    try {
      const chain = await this.#trail.check();
      if (chain.kind === "broken") log.error({ id: chain.id }, "the audit is not as it was written");
    } catch (error) {
      log.error({ err: error }, "the audit could not be checked");
    }
  }
}
