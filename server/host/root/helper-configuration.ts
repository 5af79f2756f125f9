import type * as z from "zod";
import { AppError } from "../../errors";
import type { BootSpace } from "../configuration/boot-space";
import type { FileReplacement, HostConfiguration, KeptFile } from "../configuration/host-configuration";
import type { ToolResult } from "../tools";
import type { RootHelper } from "./root-helper";
import { bootSpaceSchema, foldersSchema, keptSchema, type Order, toolResultSchema } from "./root-order";

/** That of this machine for a Passdeck which is not root: each act is an order to a helper that is, and holds to its lists. */
export class HelperConfiguration implements HostConfiguration {
  readonly #helper: RootHelper;

  constructor(helper: RootHelper) {
    this.#helper = helper;
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

  bootSpace(): Promise<BootSpace[]> {
    return this.#ask({ act: "bootSpace" }, bootSpaceSchema);
  }

  async #ask<Value>(order: Order, schema: z.ZodType<Value>): Promise<Value> {
    return schema.parse(await this.#send(order));
  }

  /** @throws AppError as the helper does. */
  async #send(order: Order): Promise<unknown> {
    const outcome = await this.#helper.ask(order);
    if ("error" in outcome) throw new AppError(outcome.error.code, outcome.error);
    return "value" in outcome ? outcome.value : null;
  }
}
