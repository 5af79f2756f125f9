import type { Duplex } from "node:stream";
import { AppError } from "../errors";
import type { ConsoleLimits } from "./limits";
import type { ConsoleState } from "./protocol.schema";
import { ConsoleBusyError } from "./source";

export interface UpstreamOptions {
  open: (force: boolean) => Promise<Duplex>;
  limits: Pick<ConsoleLimits, "firstRetry" | "longestRetry" | "lastWords" | "pendingInput">;
  onOutput(chunk: Buffer): void;
  onState(state: ConsoleState, message: string | null): void;
  /** The guest takes input again after {@link Upstream.write} returned false. */
  onWritable(): void;
}

/**
 * Keeps one stream to a VM's console open for as long as the VM runs: opens it when the VM starts, and again, with
 * growing pauses, when it ends while the VM goes on (libvirtd was restarted, somebody else took the console).
 */
export class Upstream {
  state: ConsoleState = "off";
  message: string | null = null;
  readonly #options: UpstreamOptions;
  #wanted = false;
  #held = false;
  #opening = false;
  #stream: Duplex | null = null;
  /** Counts the attempts, so that one that was overtaken knows it. */
  #attempt = 0;
  #pause: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: UpstreamOptions) {
    this.#options = options;
    this.#pause = options.limits.firstRetry;
  }

  /** What libvirt says of the VM now. */
  follow(vm: { running: boolean; hasSerialConsole: boolean }): void {
    if (!vm.hasSerialConsole) this.#rest("no-device");
    else if (!vm.running) this.#rest("off");
    else if (!this.#wanted) this.#begin();
    else if (this.#stream === null && !this.#opening) this.#open(false);
  }

  /** Ends whoever else holds the console. */
  takeOver(): void {
    if (this.#wanted && this.#stream === null) this.#open(true);
  }

  /** False when the guest does not keep up: send no more until {@link UpstreamOptions.onWritable}. */
  write(bytes: Buffer): boolean {
    if (this.#stream === null || !this.#wanted) return true;
    this.#stream.write(bytes);
    return this.#stream.writableLength <= this.#options.limits.pendingInput;
  }

  /** Whether the guest's output waits. */
  hold(held: boolean): void {
    this.#held = held;
    if (held) this.#stream?.pause();
    else this.#stream?.resume();
  }

  /** Gives the console back. */
  close(): void {
    this.#wanted = false;
    this.#attempt++;
    clearTimeout(this.#timer);
    this.#stream?.destroy();
  }

  #begin(): void {
    this.#wanted = true;
    // What may be left is the stream of the VM's former run.
    const former = this.#stream;
    this.#stream = null;
    former?.destroy();
    this.#open(false);
  }

  #rest(state: "off" | "no-device"): void {
    this.#wanted = false;
    this.#opening = false;
    this.#attempt++;
    clearTimeout(this.#timer);
    this.#pause = this.#options.limits.firstRetry;
    const stream = this.#stream;
    if (stream !== null) {
      // The event may overtake the guest's last words: let the stream end by itself.
      this.#timer = setTimeout(() => stream.destroy(), this.#options.limits.lastWords);
    }
    this.#become(state, null);
  }

  async #open(force: boolean): Promise<void> {
    clearTimeout(this.#timer);
    const attempt = ++this.#attempt;
    this.#opening = true;
    // A try that repeats a failed one is not worth a word.
    if (force || (this.state !== "busy" && this.state !== "disconnected")) this.#become("connecting", null);
    try {
      const stream = await this.#options.open(force);
      if (attempt === this.#attempt) this.#adopt(stream);
      else discard(stream);
    } catch (error) {
      if (attempt === this.#attempt) this.#retry(error);
    }
  }

  #adopt(stream: Duplex): void {
    this.#opening = false;
    this.#stream = stream;
    // Why it failed does not matter: the next try finds out, and "close" follows.
    stream.on("error", () => undefined);
    stream.on("end", () => stream.destroy());
    stream.on("drain", () => this.#options.onWritable());
    stream.on("close", () => this.#lost(stream));
    stream.on("data", (chunk: Buffer) => {
      // The console works: the next loss is a new one.
      this.#pause = this.#options.limits.firstRetry;
      this.#options.onOutput(chunk);
    });
    if (this.#held) stream.pause();
    this.#become("connected", null);
    // It may have ended before anybody listened.
    if (stream.closed) this.#lost(stream);
  }

  #lost(stream: Duplex): void {
    if (this.#stream !== stream) return;
    this.#stream = null;
    clearTimeout(this.#timer);
    this.#options.onWritable();
    if (!this.#wanted) return;
    this.#become("connecting", null);
    this.#later();
  }

  #retry(failure: unknown): void {
    this.#opening = false;
    if (failure instanceof ConsoleBusyError) this.#become("busy", failure.message);
    else this.#become("disconnected", explain(failure));
    this.#later();
  }

  #later(): void {
    // A quarter of chance, so that a thousand consoles do not come back in the same moment.
    this.#timer = setTimeout(() => this.#open(false), this.#pause * (1 + Math.random() / 4));
    this.#pause = Math.min(this.#pause * 2, this.#options.limits.longestRetry);
  }

  #become(state: ConsoleState, message: string | null): void {
    if (this.state === state && this.message === message) return;
    this.state = state;
    this.message = message;
    this.#options.onState(state, message);
  }
}

/** A stream that came too late. */
function discard(stream: Duplex): void {
  stream.on("error", () => undefined);
  stream.destroy();
}

function explain(failure: unknown): string {
  return failure instanceof AppError ? failure.userMessage : "The VM's console cannot be reached.";
}
