import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { testProgram } from "@/e2e/programs/test-program";
import type { Order } from "./order";

/** What a process did until its end. */
export interface Life {
  /** Its effects, in their order: "wrote insert into jobs", "sent domain_define_xml_flags". */
  effects: string[];
  /** By SIGKILL. */
  killed: boolean;
}

/** Processes that wait to be killed: while one dies, the next comes up. */
export class Victims {
  #next: Promise<Victim>;
  readonly #program: string;
  readonly #words: readonly string[];

  private constructor(program: string, words: readonly string[]) {
    this.#program = program;
    this.#words = words;
    this.#next = this.#start();
  }

  /** @param words libvirt's URI, and the folder of a host that is changed. */
  static async begin(...words: string[]): Promise<Victims> {
    const program = await testProgram("server/work/kill/testing/victim-main.ts");
    return new Victims(program, words);
  }

  /** Gives a process the order and waits for its end. */
  async carryOut(order: Order): Promise<Life> {
    const victim = await this.#next;
    this.#next = this.#start();
    return victim.carryOut(order);
  }

  async end(): Promise<void> {
    await (await this.#next).end();
  }

  #start(): Promise<Victim> {
    return Victim.start(this.#program, this.#words);
  }
}

class Victim {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;

  private constructor(child: ChildProcessByStdio<Writable, Readable, null>) {
    this.#child = child;
    this.#lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  }

  static async start(program: string, words: readonly string[]): Promise<Victim> {
    const child = spawn(process.execPath, [program, ...words], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const victim = new Victim(child);
    const { value } = await victim.#lines.next();
    if (value !== "ready") throw new Error("a process that was to be killed ended before that");
    return victim;
  }

  async carryOut(order: Order): Promise<Life> {
    const exit = once(this.#child, "exit");
    this.#child.stdin.write(`${JSON.stringify(order)}\n`);
    const effects: string[] = [];
    for (let line = await this.#lines.next(); !line.done; line = await this.#lines.next())
      effects.push(line.value);
    const [status, signal] = await exit;
    if (signal !== "SIGKILL" && status !== 0)
      throw new Error(`a process that was to be killed ended with ${status}`);
    return { effects, killed: signal === "SIGKILL" };
  }

  async end(): Promise<void> {
    const exit = once(this.#child, "exit");
    this.#child.stdin.end();
    await exit;
  }
}
