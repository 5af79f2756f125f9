import { randomInt } from "node:crypto";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";

const lateMilliseconds = 10_000;

const answerSchema = z.object({
  return: z.unknown().optional(),
  error: z.object({ class: z.string(), desc: z.string() }).optional(),
});
const startedSchema = z.object({ pid: z.number() });
const statusSchema = z.object({
  exited: z.boolean(),
  exitcode: z.number().optional(),
  signal: z.number().optional(),
  "out-data": z.string().optional(),
  "err-data": z.string().optional(),
});

export interface CommandResult {
  /** Exit status; null where a signal ended it. */
  status: number | null;
  stdout: Buffer;
  stderr: string;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Which says which boot of the host this is. */
export const bootIdFile = "/proc/sys/kernel/random/boot_id";

/** A running command is asked for at first after, and at the latest every, so many; the agent tells nothing by itself. */
const lookMilliseconds = { first: 20, last: 250 };

/**
 * QEMU's guest agent in the emulated host, over a socket: the way to the host that has nothing to do with Passdeck
 * and needs no network (QEMU, docs/interop/qemu-ga-ref).
 */
export class GuestAgent {
  readonly #waiting: Waiting[] = [];
  /** What is answered before this number was asked by somebody else. */
  #syncing: number | null = null;

  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    createInterface({ input: socket }).on("line", (line) => this.#receive(line));
    socket.on("close", () => this.#failAll(new Error("the emulated host is gone")));
    socket.on("error", (error) => this.#failAll(error));
  }

  /** Resolves once the agent answers, which it does when the host has booted. */
  static async open(path: string): Promise<GuestAgent> {
    const agent = new GuestAgent(await connected(path));
    await agent.#call("guest-ping");
    return agent;
  }

  /**
   * As {@link open}, where the host may be on its way down: an agent that has ended answers nothing, and what it was
   * asked may be answered by the next one. Resolves to null where none answers in time.
   */
  static async openAnew(path: string): Promise<GuestAgent | null> {
    const agent = new GuestAgent(await connected(path));
    // By its number an answer is known to be this one (QEMU, guest-sync).
    const id = randomInt(2 ** 40);
    agent.#syncing = id;
    const late = delay(lateMilliseconds, false, { ref: false });
    const answered = agent.#call("guest-sync", { id }).then(
      () => true,
      () => false,
    );
    if (await Promise.race([answered, late])) return agent;
    agent.close();
    return null;
  }

  /** Runs a program to its end. `input` is what it reads from its standard input. */
  async run(path: string, commandArguments: readonly string[], input = ""): Promise<CommandResult> {
    const started = await this.#call("guest-exec", {
      path,
      arg: commandArguments,
      "input-data": Buffer.from(input).toString("base64"),
      "capture-output": true,
    });
    const { pid } = startedSchema.parse(started);
    for (let wait = lookMilliseconds.first; ; wait = Math.min(wait * 2, lookMilliseconds.last)) {
      const status = statusSchema.parse(await this.#call("guest-exec-status", { pid }));
      if (status.exited) {
        return {
          status: status.exitcode ?? null,
          stdout: Buffer.from(status["out-data"] ?? "", "base64"),
          stderr: Buffer.from(status["err-data"] ?? "", "base64").toString(),
        };
      }
      await delay(wait);
    }
  }

  /** A file's text, without its end; null where the agent's host goes down meanwhile. */
  async tryRead(path: string): Promise<string | null> {
    const late = delay(lateMilliseconds, null, { ref: false });
    const read = this.run("/bin/cat", [path]).then(
      ({ status, stdout }) => (status === 0 ? stdout.toString().trimEnd() : null),
      () => null,
    );
    return Promise.race([read, late]);
  }

  /** Has the host unmount its disks and power off, without waiting for its services; nothing answers after it. */
  powerOff(): void {
    this.#send("guest-exec", { path: "/bin/systemctl", arg: ["poweroff", "--force"] });
  }

  close(): void {
    this.#socket.destroy();
  }

  #call(execute: string, callArguments?: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#send(execute, callArguments);
    });
  }

  #send(execute: string, callArguments: object | undefined): void {
    const call = callArguments === undefined ? { execute } : { execute, arguments: callArguments };
    this.#socket.write(`${JSON.stringify(call)}\n`);
  }

  /** The agent answers one call after the other, in their order. */
  #receive(line: string): void {
    const { return: value, error } = answerSchema.parse(JSON.parse(line));
    if (this.#syncing !== null && value !== this.#syncing) return;
    this.#syncing = null;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) return;
    if (error === undefined) waiting.resolve(value);
    else waiting.reject(new Error(`the guest agent: ${error.desc}`));
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

async function connected(path: string): Promise<Socket> {
  const socket = connect(path);
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  return socket;
}
