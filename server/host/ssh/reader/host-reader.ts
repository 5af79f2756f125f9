import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { NoAnswer } from "./byte-source";
import { Answers, batchText, type ReadAnswer, type ReadRequest } from "./protocol";

/** What is kept of what a reader says besides. */
const mostErrors = 4096;

/** One running reader: a program on a host that reads files there, one batch after the other. */
export class HostReader {
  /** Which of the readers it turned out to be: "perl", "python3" or "sh". */
  readonly begun: Promise<string>;
  /** Resolves, when it is gone, to why. */
  readonly ended: Promise<string>;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answers: Answers;

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    this.#answers = new Answers(child.stdout);
    this.ended = endOf(child);
    // Who is gone before it was told all says why by its end.
    child.stdin.on("error", () => undefined);
    this.begun = this.#answers.begin();
    this.begun.catch(() => undefined);
  }

  /**
   * @param heard Called with the number of answers so far.
   * @throws Error that says why, where it ends before the last answer or says something else; it is of no use then.
   */
  async ask(requests: readonly ReadRequest[], heard: (count: number) => void): Promise<ReadAnswer[]> {
    this.#child.stdin.write(batchText(requests));
    try {
      await this.begun;
      return await this.#answers.batch(requests.length, heard);
    } catch (error) {
      throw error instanceof NoAnswer ? error : new Error(await this.ended);
    }
  }

  /** On the host it ends as soon as the kernel lets it: nothing comes in any more. */
  kill(): void {
    this.#child.kill("SIGKILL");
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) stream.destroy();
  }
}

function endOf(child: ChildProcessWithoutNullStreams): Promise<string> {
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = (errors + text).slice(-mostErrors);
  });
  return new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (status, signal) => {
      const said = errors.trim().split("\n").at(-1)?.trim();
      resolve(said || `it ended with ${signal ?? `status ${status}`}`);
    });
  });
}
