import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { stopProcess } from "@/e2e/stop-process";
import { Connection } from "@/server/libvirt/connection";
import { unixDialer } from "@/server/libvirt/dial/unix";
import { ConnectionError } from "@/server/libvirt/errors";
import { CapabilitiesCache } from "./capabilities-cache";
import { type ExtraSettings, layOutFolder } from "./folder";
import { Namespace, type NamespaceOptions } from "./namespace";

export interface PrivateLibvirtdOptions {
  /** Where it keeps everything; it survives `stop()`. Default: a new one that goes with it. */
  folder?: string;
  settings?: ExtraSettings;
  namespace?: NamespaceOptions;
  /** Whether it listens with TLS, by its settings (`--listen`). Default: by its unix sockets alone. */
  listens?: boolean;
}

/** Between two looks whether libvirtd answers. */
const lookMs = 20;
/** The first start on a machine asks every QEMU what it can do. */
const startMs = 60_000;

/** Starts a libvirtd of its own, which the machine's libvirtd and its VMs know nothing of. Needs root. */
export async function startPrivateLibvirtd(options: PrivateLibvirtdOptions = {}): Promise<PrivateLibvirtd> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "libvirtd-")));
  await layOutFolder(folder, options.settings ?? {});
  const cache = await CapabilitiesCache.of(folder);
  const known = await cache.restore();
  const namespace = await Namespace.create(folder, options.namespace);
  const libvirtd = new PrivateLibvirtd(folder, options.folder === undefined, namespace, options.listens);
  try {
    await libvirtd.start();
    if (!known) {
      await libvirtd.learnCapabilities();
      await cache.keep();
    }
  } catch (error) {
    await libvirtd.stop();
    throw error;
  }
  return libvirtd;
}

/** A real libvirtd for tests and benchmarks, to be stopped, killed, paused and started again at will. */
export class PrivateLibvirtd {
  #child: ChildProcess | undefined;
  /** Told when it ended by a signal that nobody here sent. */
  onCrash: ((signal: NodeJS.Signals) => void) | null = null;

  readonly #temporary: boolean;

  /** For `startPrivateLibvirtd`. */
  constructor(
    readonly folder: string,
    temporary: boolean,
    readonly namespace: Namespace,
    private readonly listens = false,
  ) {
    this.#temporary = temporary;
  }

  /** Its socket, reachable from outside. */
  get socketPath(): string {
    return join(this.folder, "run/libvirt-sock");
  }

  /** For virsh and for Passdeck. */
  get uri(): string {
    return `qemu+unix:///system?socket=${this.socketPath}`;
  }

  /** The same daemon's test driver: invented domains that cost nothing. */
  get testUri(): string {
    return `test+unix:///default?socket=${this.socketPath}`;
  }

  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error("the private libvirtd is not running");
    return pid;
  }

  /** Starts libvirtd where it was killed; resolves when it answers. */
  async start(): Promise<void> {
    const log = openSync(join(this.folder, "log/libvirtd.log"), "a");
    const child = this.namespace.spawn("libvirtd", this.#words, log);
    closeSync(log);
    this.#child = child;
    child.once("exit", (_code, signal) => {
      // Whoever ends it takes it off first.
      if (this.#child === child && signal !== null) this.onCrash?.(signal);
    });
    await this.#waitUntilServing(child);
  }

  /** SIGKILL. Guests go on. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** `kill` and `start`. */
  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  /** SIGSTOP: it is there and does not answer. */
  pause(): void {
    stopProcess(this.pid);
  }

  resume(): void {
    process.kill(this.pid, "SIGCONT");
  }

  /** The process of a running guest, by its domain's name. */
  async guestPid(domain: string): Promise<number> {
    return Number(await readFile(join(this.folder, `run/qemu/${domain}.pid`), "utf8"));
  }

  /** Ends libvirtd and its guests, and removes what they left. */
  async stop(): Promise<void> {
    await this.kill();
    await this.namespace.destroy();
    if (this.#temporary) await rm(this.folder, { recursive: true, force: true });
  }

  /** Makes libvirtd ask every QEMU what it can do, so that no test pays for it. */
  async learnCapabilities(): Promise<void> {
    const connection = await this.#connect();
    await connection.call("connect_get_capabilities");
    await connection.close();
  }

  get #words(): string[] {
    return ["--pid-file", "/run/libvirt/libvirtd.pid", ...(this.listens ? ["--listen"] : [])];
  }

  #connect(): Promise<Connection> {
    const options = { timeoutMs: startMs, keepAliveSeconds: 0 };
    return Connection.open(unixDialer(this.socketPath), "qemu:///system", options);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  }

  async #waitUntilServing(child: ChildProcess): Promise<void> {
    const limit = Date.now() + startMs;
    while (!(await this.serves())) {
      if (child.exitCode !== null || Date.now() > limit) {
        throw new Error(
          `libvirtd does not start:\n${await readFile(join(this.folder, "log/libvirtd.log"), "utf8")}`,
        );
      }
      await delay(lookMs);
    }
  }

  /** Whether it answers; it does not while it is paused. */
  async serves(): Promise<boolean> {
    try {
      await (await this.#connect()).close();
      return true;
    } catch (error) {
      if (error instanceof ConnectionError && error.kind !== "timeout") return false;
      throw error;
    }
  }
}
