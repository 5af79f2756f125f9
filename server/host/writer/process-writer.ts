import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { productFile } from "../product-file";
import { type HostTools, localTools, type ToolResult } from "../tools";
import { type FileEncoding, HostWriteError, type HostWriter } from "./host-writer";

export interface ProcessWriterOptions {
  /** How long the kernel may take to answer before nobody waits for it any more. */
  timeLimitMs?: number;
  /** `/`, but in tests. */
  root?: string;
  /** Run modprobe. */
  tools?: HostTools;
}

/** Drivers of large GPUs take some seconds to let go. The server's own stop must not be kept up for longer. */
const defaultTimeLimitMs = 20_000;
/** A helper that has had nothing to do for this long ends. */
const idleMs = 5_000;

const helperFile = "server/host/writer/sysfs-helper.mjs";

type Answer = { text: string } | { code: string };

/**
 * Writes into the files of this machine through helper processes: one that hangs in the kernel is left behind, and
 * neither the server nor the next write waits for it.
 */
export class ProcessWriter implements HostWriter {
  readonly #idle: ChildProcess[] = [];
  readonly #timeLimitMs: number;
  readonly #root: string;
  readonly #tools: HostTools;

  constructor(options: ProcessWriterOptions = {}) {
    this.#timeLimitMs = options.timeLimitMs ?? defaultTimeLimitMs;
    this.#root = options.root ?? "/";
    this.#tools = options.tools ?? localTools();
  }

  async write(path: string, value: string): Promise<void> {
    await this.#order(path, { value: `${value}\n` });
  }

  read(path: string, encoding: FileEncoding = "utf8"): Promise<string> {
    return this.#order(path, { encoding });
  }

  loadModule(name: string): Promise<ToolResult> {
    return this.#tools.run("modprobe", ["--", name]);
  }

  async #order(path: string, order: { value: string } | { encoding: FileEncoding }): Promise<string> {
    const helper = this.#idleHelper() ?? startHelper();
    const file = join(this.#root, path);
    try {
      return await withinTime(this.#timeLimitMs, file, (settle) => {
        helper.once("message", (answer: Answer) =>
          settle("code" in answer ? new HostWriteError(answer.code, file) : answer.text),
        );
        helper.once("exit", () => settle(new HostWriteError("failed", file)));
        helper.once("error", (cause) => settle(new HostWriteError("failed", file, { cause })));
        helper.send({ path: file, ...order });
      });
    } catch (error) {
      if (error instanceof HostWriteError && error.code === "timed-out") abandon(helper);
      throw error;
    } finally {
      helper.removeAllListeners("message").removeAllListeners("exit").removeAllListeners("error");
      this.#keep(helper);
    }
  }

  #idleHelper(): ChildProcess | undefined {
    const helper = this.#idle.pop();
    return helper === undefined || helper.connected ? helper : this.#idleHelper();
  }

  /** Keeps a helper for the next order, and ends it when none comes. */
  #keep(helper: ChildProcess): void {
    // Nobody waits for its answers now, so its end is no news.
    helper.on("error", () => undefined);
    if (!helper.connected) return;
    this.#idle.push(helper);
    const timer = setTimeout(() => {
      const at = this.#idle.indexOf(helper);
      if (at < 0) return;
      this.#idle.splice(at, 1);
      helper.disconnect();
    }, idleMs);
    timer.unref();
  }
}

/** In a process group of its own, so that Ctrl+C in a terminal does not reach it; it keeps no process alive. */
function startHelper(): ChildProcess {
  const helper = fork(productFile(helperFile), [], { detached: true, execArgv: [], stdio: "ignore" });
  helper.unref();
  helper.channel?.unref();
  return helper;
}

/** The kernel ends a process only when the call that it hangs in returns, so nobody waits for that. */
function abandon(helper: ChildProcess): void {
  helper.disconnect();
  helper.kill("SIGKILL");
}

function withinTime(
  limitMs: number,
  path: string,
  work: (settle: (outcome: string | HostWriteError) => void) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new HostWriteError("timed-out", path)), limitMs);
    work((outcome) => {
      clearTimeout(timer);
      if (outcome instanceof HostWriteError) reject(outcome);
      else resolve(outcome);
    });
  });
}
