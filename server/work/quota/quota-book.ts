import { noQuota, type Quota, type QuotaUse, type Reservation, type Taken } from "../../access/quota.schema";
import { resources } from "../../access/quota-words.schema";
import type { Quotas } from "../../access/quotas";
import type { Subject } from "../../access/share.schema";
import type { Shares } from "../../access/shares";
import { AppError } from "../../errors";
import { Turns } from "../definition/turns";
import { nothingTaken, overLimit, sum } from "./amounts";
import { Count, type QuotaRooms } from "./count";
import type { Demand, Needed } from "./demand";
import { type Account, overQuota, quotaLines, unknownUse, unsizedWords } from "./quota-words";
import { distinct } from "./subjects";

interface BookRooms extends QuotaRooms {
  shares: QuotaRooms["shares"] & Pick<Shares, "nameOf">;
  quotas: Pick<Quotas, "of">;
}

/** What an act comes to, for the quotas of those whose VMs it is about. */
export interface Judgement {
  /** Use and limits, a line each. */
  lines: string[];
  /** Why it may not be; null where it may. */
  refusal: string | null;
  /** What a job of it has to be started with. */
  reserved: Reservation[];
}

/**
 * Compares what VMs take with the quotas of those whose they are. A quota is on what one owns: a user's on the VMs that are
 * shared with them as owner, a group's on those that are shared with it so; a VM of both counts for both, and neither quota
 * makes room in the other. It holds whoever asks.
 *
 * Nothing is counted up: what is used is what libvirt has, and what jobs under way will have taken.
 */
export class QuotaBook {
  readonly #rooms: BookRooms;
  readonly #turns = new Turns();

  constructor(rooms: BookRooms) {
    this.#rooms = rooms;
  }

  /** How it would be judged now. */
  look(demands: readonly Demand[]): Promise<Judgement> {
    return this.#judge(demands);
  }

  /**
   * Does `work` where the quotas allow what it takes, while nobody else is judged: so of two that fit one by one, and not
   * together, the second one is refused.
   * @param work Ends when what it takes is in force, or when its job is on record with what is reserved.
   * @throws AppError "conflict" that says which limit it is over.
   */
  async during<Result>(
    demands: readonly Demand[],
    work: (reserved: readonly Reservation[]) => Result | Promise<Result>,
  ): Promise<Result> {
    // Whose a VM is changes while nothing has it in hand, and not between this and the work.
    const count = new Count(this.#rooms);
    if (demands.every((demand) => ownersBy(count, demand).length === 0)) return work([]);
    return this.#turns.take("quotas", async () => {
      const { refusal, reserved } = await this.#judge(demands);
      if (refusal !== null) throw new AppError("conflict", { userMessage: refusal });
      return work(reserved);
    });
  }

  /** A quota, with how much of it is used. */
  async usage(subject: Subject): Promise<QuotaUse> {
    const limits = this.#rooms.quotas.of(subject);
    const count = new Count(this.#rooms);
    try {
      const { unsized, ...used } = await count.usedBy(subject);
      return { limits, used, unknown: unsized.length === 0 ? null : unsizedWords(unsized) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { unsized: _none, ...used } = nothingTaken;
      return { limits, used, unknown: error.userMessage };
    }
  }

  async #judge(demands: readonly Demand[]): Promise<Judgement> {
    const count = new Count(this.#rooms);
    const owned = demands.filter((demand) => ownersBy(count, demand).length > 0);
    const judgement: Judgement = { lines: [], refusal: null, reserved: [] };
    if (owned.length === 0) return judgement;
    const needed = await Promise.all(owned.map((demand) => this.#rooms.vms.needed(demand)));
    for (const subject of distinct(owned.flatMap((demand) => ownersBy(count, demand)))) {
      const limits = this.#rooms.quotas.of(subject);
      await this.#judgeFor(subject, { limits, count, needed }, judgement);
    }
    for (const { vm, owners, more } of needed) {
      const taken = sum(await count.taken(vm), more);
      judgement.reserved.push({ ...vm, owners: [...owners], taken });
    }
    return judgement;
  }

  async #judgeFor(
    subject: Subject,
    { limits, count, needed }: { limits: Quota; count: Count; needed: readonly Needed[] },
    judgement: Judgement,
  ): Promise<void> {
    const name = this.#rooms.shares.nameOf(subject);
    try {
      const more = await count.moreFor(subject, needed);
      if (!isLimited(limits, more)) return;
      const used = await count.usedBy(subject);
      const account: Account = { subject, name, limits, used, more };
      judgement.lines.push(...quotaLines(account));
      const over = overLimit(limits, used, more);
      const unsized = [...new Set([...used.unsized, ...more.unsized])];
      if (over.length > 0) judgement.refusal ??= overQuota(account, over);
      else if (unsized.length > 0 && isLimited({ ...noQuota, diskBytes: limits.diskBytes }, more))
        judgement.refusal ??= unknownUse(account, unsizedWords(unsized));
    } catch (error) {
      // Of a host that can't be asked, or a definition that can't be read, nobody knows what is used.
      if (!(error instanceof AppError)) throw error;
      judgement.refusal ??= unknownUse({ subject, name }, error.userMessage);
    }
  }
}

/** Whether more is asked for of something that has a limit. */
function isLimited(limits: Quota, more: Taken): boolean {
  if (limits.diskBytes !== null && more.unsized.length > 0) return true;
  return resources.some((resource) => limits[resource] !== null && more[resource] > 0);
}

/** Whose a VM is, and is to be by a demand. */
function ownersBy(count: Count, demand: Demand): Subject[] {
  const to = demand.kind === "owner" ? [demand.owner] : demand.kind === "definition" ? demand.owners : [];
  return distinct([...count.ownersOf(demand.vm), ...to]);
}
