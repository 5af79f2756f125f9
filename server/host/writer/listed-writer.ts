import { AppError } from "../../errors";
import type { ToolResult } from "../tools";
import type { FileEncoding, HostWriter } from "./host-writer";
import { mayLoad, mayRead, mayWrite } from "./kernel-files";

/** A writer that does what its list (`kernel-files.ts`) has, and refuses all else as "forbidden". */
export class ListedWriter implements HostWriter {
  readonly #writer: HostWriter;

  constructor(writer: HostWriter) {
    this.#writer = writer;
  }

  async write(path: string, value: string): Promise<void> {
    if (!mayWrite(path, value)) throw notListed(`write ${JSON.stringify(value)} into /${path}`);
    await this.#writer.write(path, value);
  }

  async read(path: string, encoding?: FileEncoding): Promise<string> {
    if (!mayRead(path)) throw notListed(`read /${path} as root`);
    return this.#writer.read(path, encoding);
  }

  async loadModule(name: string): Promise<ToolResult> {
    if (!mayLoad(name)) throw notListed(`load the module ${name}`);
    return this.#writer.loadModule(name);
  }
}

function notListed(what: string): AppError {
  return new AppError("forbidden", { userMessage: `Passdeck does not ${what}.` });
}
