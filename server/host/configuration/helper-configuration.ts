import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type * as z from "zod";
import { AppError } from "../../errors";
import type { ToolResult } from "../tools";
import { answerSchema, foldersSchema, keptSchema, type Order, toolResultSchema } from "./helper-order";
import type { FileReplacement, HostConfiguration, KeptFile } from "./host-configuration";

/** That of this machine for a Passdeck which is not root: each act is an order to a helper that is, and holds to its lists. */
export class HelperConfiguration implements HostConfiguration {
  readonly #program: string;
  readonly #words: readonly string[];

  /** @param program Started for each order, which it reads from its standard input. */
  constructor(program: string, words: readonly string[]) {
    this.#program = program;
    this.#words = words;
  }

  async read(path: string): Promise<KeptFile | null> {
    const kept = await this.#ask({ act: "read", path }, keptSchema);
    return kept && { ...kept, bytes: Buffer.from(kept.bytes, "base64") };
  }

  async replace({ path, from, to, executable }: FileReplacement): Promise<void> {
    await this.#send({ act: "replace", path, from, to, executable });
  }

  missingFolders(path: string): Promise<string[]> {
    return this.#ask({ act: "missingFolders", path }, foldersSchema);
  }

  async removeFolders(path: string, folders: readonly string[]): Promise<void> {
    await this.#send({ act: "removeFolders", path, folders: [...folders] });
  }

  run(words: readonly string[]): Promise<ToolResult> {
    return this.#ask({ act: "run", words: [...words] }, toolResultSchema);
  }

  async #ask<Value>(order: Order, schema: z.ZodType<Value>): Promise<Value> {
    return schema.parse(await this.#send(order));
  }

  /** @throws AppError as the helper does; "forbidden" where it does not answer. */
  async #send(order: Order): Promise<unknown> {
    const child = spawn(this.#program, this.#words, { stdio: "pipe" });
    // Who has ended before it read all tells why by its end.
    child.stdin.on("error", () => undefined);
    const started = new Promise<never>((_resolve, reject) => child.on("error", reject));
    child.stdin.end(JSON.stringify(order));
    const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
    const [output, errors] = await Promise.race([ended, started]).catch((error: unknown) => {
      throw unanswered(String(error));
    });
    const answer = answerSchema.safeParse(jsonOf(output));
    if (!answer.success) throw unanswered(errors.trim() || "it said nothing that could be read");
    if ("error" in answer.data) throw new AppError(answer.data.error.code, answer.data.error);
    return answer.data.value;
  }
}

function jsonOf(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}

function unanswered(why: string): AppError {
  return new AppError("forbidden", {
    userMessage: `Passdeck’s root helper can’t be used: ${why}. See in the README how sudo allows it.`,
  });
}
