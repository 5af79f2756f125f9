import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import * as z from "zod";
import { testProgram } from "@/e2e/programs/test-program";
import { proofHeader } from "../../../access/origin-proof.schema";

const origin = "http://192.168.1.5:8006";
const answerSchema = z.object({
  status: z.number().optional(),
  cookie: z.string().nullish(),
  body: z.string().default("null"),
  error: z.string().optional(),
});
const resultSchema = z.object({ result: z.object({ data: z.unknown() }) });
const signedInSchema = z.looseObject({ originProof: z.string() });

/** A browser's part, played by a machine on the LAN. */
export class LanClient {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;
  #headers: Record<string, string> = { origin, "content-type": "application/json" };

  private constructor(child: ChildProcessByStdio<Writable, Readable, null>) {
    this.#child = child;
    this.#lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  }

  /** @param within Words of nsenter(1) that lead to the LAN. */
  static async start(within: readonly string[]): Promise<LanClient> {
    const program = await testProgram("server/work/bridge/testing/lan-client.ts");
    const words = [...within, process.execPath, program, "192.168.1.5", "8006"];
    return new LanClient(spawn("nsenter", words, { stdio: ["pipe", "pipe", "inherit"] }));
  }

  async signUp(token: string | null): Promise<void> {
    const request = { token, name: "root", password: "correct horse battery" };
    const { cookie, body } = await this.#ask("session.createFirstAdministrator", "POST", request);
    const { originProof } = signedInSchema.parse(dataOf(body));
    this.#headers = { ...this.#headers, cookie: cookie?.split(";")[0] ?? "", [proofHeader]: originProof };
  }

  /** @throws Error with what the server, or the network, says. */
  async query(path: string, input: unknown): Promise<unknown> {
    return dataOf((await this.#ask(path, "GET", input)).body);
  }

  async mutate(path: string, input: unknown): Promise<unknown> {
    return dataOf((await this.#ask(path, "POST", input)).body);
  }

  /** Asks over the connection that is held open from the beginning. @returns the status. */
  async askHeld(): Promise<number | undefined> {
    return (await this.#send({ path: "/", held: true })).status;
  }

  #ask(path: string, method: "GET" | "POST", input: unknown) {
    const text = JSON.stringify(input);
    return this.#send({
      path: `/api/trpc/${path}${method === "GET" ? `?input=${encodeURIComponent(text)}` : ""}`,
      method,
      headers: this.#headers,
      ...(method === "POST" ? { body: text } : {}),
    });
  }

  async #send(request: object) {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    const answer = answerSchema.parse(JSON.parse((await this.#lines.next()).value));
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer;
  }

  async end(): Promise<void> {
    const exit = once(this.#child, "exit");
    this.#child.stdin.end();
    await exit;
  }
}

function dataOf(body: string): unknown {
  const parsed = resultSchema.safeParse(JSON.parse(body));
  if (!parsed.success) throw new Error(body);
  return parsed.data.result.data;
}
