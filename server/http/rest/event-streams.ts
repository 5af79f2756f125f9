import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { can, whoOf } from "../../access/can";
import { installation } from "../../access/object.schema";
import type { Session } from "../../access/session";
import { AppError } from "../../errors";
import { hasSameRights } from "../open-sockets";
import type { OpenTransfers } from "../open-transfers";

/** Streams of events that a session may have open at once. */
const perSession = 20;

/** The streams of events that are open: each ends with the session or the key that it is under, and with its rights. */
export class EventStreams {
  readonly #open = new Map<string, number>();
  readonly #transfers: OpenTransfers;

  constructor(transfers: OpenTransfers) {
    this.#transfers = transfers;
  }

  /** Sends events until one end has had enough. @throws AppError "too-many-requests" */
  async send(response: ServerResponse, session: Session, events: AsyncIterable<string>): Promise<void> {
    const open = this.#open.get(session.id) ?? 0;
    if (open >= perSession)
      throw new AppError("too-many-requests", {
        userMessage: `${perSession} streams of events are open already. Close some of them.`,
      });
    this.#open.set(session.id, open + 1);
    const transfer = {
      session,
      mayGoOn: (now: Session) => hasSameRights(now, session) && can(whoOf(now), "fleet.watch", installation),
      cut: () => void response.destroy(),
    };
    try {
      await this.#transfers.during(transfer, () => {
        response.writeHead(200, {
          "Content-Type": "text/event-stream; charset=utf-8",
          "Cache-Control": "no-store",
          "X-Accel-Buffering": "no",
        });
        return pipeline(Readable.from(events), response).catch(() => undefined);
      });
    } finally {
      const left = (this.#open.get(session.id) ?? 1) - 1;
      if (left === 0) this.#open.delete(session.id);
      else this.#open.set(session.id, left);
    }
  }
}
