import { onTestFinished } from "vitest";

/** An event, as a client of Server-Sent Events has it. */
export interface ReadEvent {
  event: string;
  data: unknown;
  /** What stands as its last id by then. */
  lastId: string;
}

/** A client of `/api/v1/events`, as a browser is one (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export class EventReader {
  readonly events: ReadEvent[] = [];
  lastId = "";
  readonly #body: ReadableStreamDefaultReader<string>;
  readonly #close: () => void;
  #rest = "";

  private constructor(body: ReadableStream<string>, close: () => void) {
    this.#body = body.getReader();
    this.#close = close;
  }

  /** @param lastId What is sent as Last-Event-ID; none where nothing is said. */
  static async open(origin: string, key: string, lastId?: string): Promise<EventReader> {
    const end = new AbortController();
    const answer = await fetch(`${origin}/api/v1/events`, {
      headers: {
        authorization: `Bearer ${key}`,
        ...(lastId === undefined ? {} : { "Last-Event-ID": lastId }),
      },
      signal: end.signal,
    });
    if (answer.body === null || answer.status !== 200)
      throw new Error(`${answer.status}: ${await answer.text()}`);
    const reader = new EventReader(answer.body.pipeThrough(new TextDecoderStream()), () => end.abort());
    onTestFinished(() => reader.close());
    return reader;
  }

  /** All that came, once `holds`; it fails where the stream ends before. */
  async until(holds: (events: readonly ReadEvent[]) => boolean): Promise<readonly ReadEvent[]> {
    while (!holds(this.events)) await this.#read();
    return this.events;
  }

  /** All that is told at once: until the first comment. */
  async atOnce(): Promise<readonly ReadEvent[]> {
    while (!this.#hasBreathed) await this.#read();
    return this.events;
  }

  close(): void {
    this.#close();
  }

  #hasBreathed = false;

  async #read(): Promise<void> {
    const { done, value } = await this.#body.read();
    if (done) throw new Error("the events ended");
    const blocks = (this.#rest + value).split("\n\n");
    this.#rest = blocks.pop() ?? "";
    for (const block of blocks) this.#take(block.split("\n"));
  }

  #take(lines: string[]): void {
    const field = (name: string) =>
      lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    this.lastId = field("id") ?? this.lastId;
    const data = field("data");
    if (data === undefined) this.#hasBreathed = true;
    else
      this.events.push({ event: field("event") ?? "message", data: JSON.parse(data), lastId: this.lastId });
  }
}
