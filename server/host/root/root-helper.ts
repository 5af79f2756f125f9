import { AppError } from "../../errors";
import { inputLines } from "./input-lines";
import { answerSchema, type Order, type Outcome } from "./root-order";
import { type RootWay, type RunningHelper, startHelper } from "./root-way";

/** A helper that has had nothing to do for this long ends; nothing of root's waits about. */
const idleMs = 20_000;

interface Waiting {
  resolve(outcome: Outcome): void;
  reject(error: AppError): void;
}

/** A helper with what it was asked and has not answered. */
interface Link extends RunningHelper {
  waiting: Map<number, Waiting>;
}

/**
 * The client of `passdeck root-helper`: sends it orders, and tells their answers apart. One process serves many, as each start
 * takes longer than the order itself.
 */
export class RootHelper {
  readonly #way: RootWay;
  #link: Link | null = null;
  #lastId = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(way: RootWay) {
    this.#way = way;
  }

  /** @throws AppError "forbidden" where it can't be reached, or ends before it answers. What it answers is the caller's affair. */
  async ask(order: Order): Promise<Outcome> {
    clearTimeout(this.#idle);
    const link = this.#link ?? this.#start();
    const id = ++this.#lastId;
    link.keepAlive(true);
    try {
      return await new Promise<Outcome>((resolve, reject) => {
        link.waiting.set(id, { resolve, reject });
        link.orders.write(`${JSON.stringify({ id, order })}\n`);
      });
    } finally {
      link.waiting.delete(id);
      if (link.waiting.size === 0) this.#rest(link);
    }
  }

  /** A process that has done its work does not stay for a helper. */
  #rest(link: Link): void {
    link.keepAlive(false);
    this.#idle = setTimeout(() => this.#leave(link), idleMs);
    this.#idle.unref();
  }

  #leave(link: Link): void {
    if (this.#link === link) this.#link = null;
    link.orders.end();
  }

  #start(): Link {
    const link: Link = { ...startHelper(this.#way), waiting: new Map() };
    this.#link = link;
    // Who has ended before it read all tells why by its end.
    link.orders.on("error", () => undefined);
    // What can't be understood is no answer to wait for.
    void hear(link).catch(() => link.orders.destroy());
    void link.ended.then((why) => {
      if (this.#link === link) this.#link = null;
      for (const { reject } of link.waiting.values()) reject(unanswered(why));
    });
    return link;
  }
}

async function hear({ answers, orders, waiting }: Link): Promise<void> {
  for await (const line of inputLines(answers)) {
    const { id, outcome } = answerSchema.parse(JSON.parse(line));
    // What it could not read was one of these, and it does not know which.
    const meant = id === null ? [...waiting.values()] : [waiting.get(id)];
    for (const one of meant) one?.resolve(outcome);
  }
  orders.end();
}

function unanswered(why: string): AppError {
  const userMessage = `Passdeck’s root helper can’t be used: ${why.replace(/\.$/, "")}. See “Install as a service” in the README.`;
  return new AppError("forbidden", { userMessage });
}
