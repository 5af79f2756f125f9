import { type EventMessage, type EventName, events } from "./protocol/events.gen";
import { programs } from "./protocol/procedures.gen";
import type { Frame } from "./wire/frame";
import { XdrReader } from "./wire/xdr-reader";

/** Brings a message to those who want it: reads it only when somebody does. */
type Route = (frame: Frame) => void;

/** Keeps who listens to which event. */
export class EventRouter {
  readonly #routes = new Map<number, Set<Route>>();

  /** Adds a listener; the answer takes it away again. */
  on<E extends EventName>(name: E, listener: (message: EventMessage[E]) => void): () => void {
    const type = events[name];
    const key = keyOf(type.program, type.number);
    const route: Route = ({ bytes, start, end }) => {
      const reader = new XdrReader(bytes, start, end);
      const message = type.read(reader);
      reader.end();
      // A listener's mistake is its own: it must not end in the middle of reading the connection.
      queueMicrotask(() => {
        if (this.#routes.get(key)?.has(route)) listener(message);
      });
    };
    const routes = this.#routes.get(key) ?? new Set();
    this.#routes.set(key, routes.add(route));
    return () => routes.delete(route);
  }

  /** Delivers an event. Events that nobody listens to, or that are newer than this client, are ignored. */
  receive(frame: Frame): void {
    for (const route of this.#routes.get(keyOf(frame.program, frame.procedure)) ?? []) route(frame);
  }
}

function keyOf(program: number, number: number): number {
  return program === programs.REMOTE ? number : -program - number;
}
