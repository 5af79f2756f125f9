import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { agentSocket, emulatorCommand, kernelLog, monitorSocket } from "./emulator";
import type { EmulatorOptions } from "./emulator-options";
import { bootIdFile, GuestAgent } from "./guest-agent";
import { resetMachine } from "./monitor";

const lookMilliseconds = 20;

/** QEMU with an emulated host in it, in a folder of its own that goes with it. */
export class RunningEmulator {
  #agent: GuestAgent | undefined;
  #errors = "";

  readonly #child: ChildProcessByStdio<null, Readable, Readable>;

  private constructor(
    readonly folder: string,
    child: ChildProcessByStdio<null, Readable, Readable>,
  ) {
    this.#child = child;
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#errors += text;
    });
  }

  /** Resolves as soon as QEMU runs; the host in it boots then. */
  static async start(options: Omit<EmulatorOptions, "folder">): Promise<RunningEmulator> {
    const folder = await mkdtemp(join(tmpdir(), "passdeck-lab-"));
    const { words, environment } = emulatorCommand({ ...options, folder });
    const [program = "", ...programArguments] = words;
    const child = spawn(program, programArguments, {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const emulator = new RunningEmulator(folder, child);
    process.once("exit", emulator.#end);
    return emulator;
  }

  /** What Passdeck in the host prints. */
  get passdeckOutput(): Readable {
    return this.#child.stdout;
  }

  /** Resolves to the guest agent once the host has booted. */
  async booted(): Promise<GuestAgent> {
    for (;;) {
      if (this.#hasEnded) throw await this.whatWentWrong();
      try {
        this.#agent = await GuestAgent.open(agentSocket(this.folder));
        return this.#agent;
      } catch (error) {
        if (!isNotListening(error)) throw await this.whatWentWrong();
      }
      await delay(lookMilliseconds);
    }
  }

  /**
   * Resolves to the agent of the host's next boot.
   * @param bootId of the boot that ends (/proc/sys/kernel/random/boot_id)
   */
  async bootedAgain(bootId: string): Promise<GuestAgent> {
    this.#agent?.close();
    for (;;) {
      if (this.#hasEnded) throw await this.whatWentWrong();
      const agent = await GuestAgent.openAnew(agentSocket(this.folder));
      if (agent === null) continue;
      this.#agent = agent;
      const id = await agent.tryRead(bootIdFile);
      if (id !== null && id !== bootId) return agent;
      agent.close();
      await delay(lookMilliseconds * 10);
    }
  }

  /** Presses the reset button. */
  reset(): Promise<void> {
    return resetMachine(monitorSocket(this.folder));
  }

  /** What the kernel has said on its serial port, since QEMU was started. */
  kernelSays(): Promise<string> {
    return readFile(kernelLog(this.folder), "utf8");
  }

  /** Resolves when the host has powered off, or QEMU ended otherwise. */
  async ended(): Promise<void> {
    if (!this.#hasEnded) await once(this.#child, "exit");
  }

  /** Pulls the plug. */
  async stop(): Promise<void> {
    process.off("exit", this.#end);
    this.#agent?.close();
    this.#end();
    await this.ended();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The host's last words, for an error message. */
  async whatWentWrong(): Promise<Error> {
    const log = await readFile(kernelLog(this.folder), "utf8").catch(() => "");
    return new Error(`the emulated host did not come up:\n${this.#errors}\n${log.slice(-4000)}`);
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  readonly #end = () => {
    this.#child.kill("SIGTERM");
  };
}

/** Whether QEMU has not come so far: there is no socket yet, or it has a name and nobody listens on it. */
function isNotListening(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["ENOENT", "ECONNREFUSED"].includes(String(error.code));
}
