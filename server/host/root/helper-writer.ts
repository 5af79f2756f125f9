import * as z from "zod";
import { AppError } from "../../errors";
import type { ToolResult } from "../tools";
import { type FileEncoding, HostWriteError, type HostWriter } from "../writer/host-writer";
import type { RootHelper } from "./root-helper";
import { type Order, toolResultSchema } from "./root-order";

/** The writer of a Passdeck that is not root: its helper writes, and holds to the list of the kernel's files. */
export class HelperWriter implements HostWriter {
  readonly #helper: RootHelper;

  constructor(helper: RootHelper) {
    this.#helper = helper;
  }

  async write(path: string, value: string): Promise<void> {
    await this.#send({ act: "kernelWrite", path, value }, path);
  }

  async read(path: string, encoding: FileEncoding = "utf8"): Promise<string> {
    return z.string().parse(await this.#send({ act: "kernelRead", path, encoding }, path));
  }

  async loadModule(name: string): Promise<ToolResult> {
    return toolResultSchema.parse(await this.#send({ act: "loadModule", name }, `sys/module/${name}`));
  }

  async #send(order: Order, path: string): Promise<unknown> {
    const outcome = await this.#helper.ask(order);
    if ("refused" in outcome) throw new HostWriteError(outcome.refused, `/${path}`);
    if ("error" in outcome) throw new AppError(outcome.error.code, outcome.error);
    return outcome.value;
  }
}
