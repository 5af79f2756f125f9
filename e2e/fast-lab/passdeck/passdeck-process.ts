import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import type { FleetMessage } from "@/server/fleet/schema";
import type { Job } from "@/server/job/job.schema";
import type { JudgedReport } from "@/server/pci/schema";
import type { FastLab } from "../fast-lab";
import { type ApiClient, claim, openApi, type PageSession } from "./api-client";
import { nobody } from "./root-helper-process";

export type BindingAct = "reserve" | "return";

export interface PassdeckParts {
  lab: FastLab;
  /** The bundled server. */
  program: string;
  /** Its state; it survives a kill. */
  dataFolder: string;
  /** The administrator's, from an earlier start with the same folder. */
  session: PageSession | null;
  /** Of plans that were made before: the same facts give the same plan, and each plan reads the whole host. */
  fingerprints: Map<string, string>;
  /** PASSDECK_ROOT_HELPER of one that is not root; null: it is root. */
  rootHelper: string | null;
}

/**
 * Passdeck's server in the lab's mounts. It keeps the machine's own network, so that tests reach it; all that it sees
 * of the host are the lab's /sys and /dev.
 */
export class PassdeckProcess {
  readonly #jobs = new Map<string, Job>();
  readonly #waiting = new Set<() => void>();

  readonly #child: ChildProcessByStdio<null, Readable, null>;
  readonly #client: ApiClient;
  readonly #fingerprints: Map<string, string>;

  private constructor(
    child: ChildProcessByStdio<null, Readable, null>,
    client: ApiClient,
    readonly session: PageSession,
    fingerprints: Map<string, string>,
  ) {
    this.#child = child;
    this.#client = client;
    this.#fingerprints = fingerprints;
  }

  static async start(parts: PassdeckParts): Promise<PassdeckProcess> {
    const child = spawnServer(parts);
    const { url, firstAdministratorLink } = await readStartMessage(child);
    const session = parts.session ?? (await claim(url, firstAdministratorLink ?? ""));
    const passdeck = new PassdeckProcess(child, openApi(url, session), session, parts.fingerprints);
    await passdeck.#begin();
    return passdeck;
  }

  get api(): ApiClient["api"] {
    return this.#client.api;
  }

  /** Plans and starts what was planned. Resolves to the job's id. */
  async run(act: BindingAct, ...addresses: string[]): Promise<string> {
    const request = { hostId: "local", act, addresses };
    const key = [act, ...addresses].join(" ");
    const fingerprint = this.#fingerprints.get(key) ?? (await this.#plan(request));
    const { jobId } = await this.api.passthrough.runBinding.mutate({ ...request, fingerprint });
    this.#fingerprints.set(key, fingerprint);
    return jobId;
  }

  /** Resolves when the job does not run any more. */
  ended(id: string): Promise<Job> {
    return this.jobThat((job) => job.id === id && job.state !== "running");
  }

  /** Resolves when an interrupted job has been finished or taken back. */
  settled(id: string): Promise<Job> {
    const settled = new Set(["done", "undone", "failed"]);
    return this.jobThat((job) => job.id === id && settled.has(job.state));
  }

  /** The job that was cut short. */
  interrupted(): Promise<Job> {
    return this.jobThat(({ state }) => state === "interrupted");
  }

  /** Resolves when the server has heard of the VM. */
  knows(vmId: string): Promise<void> {
    return this.#fleetThat(({ vms }) => vms.some(({ id }) => id === vmId));
  }

  /** What pages show of the host's hardware. */
  report(): Promise<JudgedReport> {
    return new Promise((resolve, reject) => {
      const subscription = this.api.host.watchReport.subscribe(
        { hostId: "local" },
        {
          onData(report) {
            if (report === null) return;
            subscription.unsubscribe();
            resolve(report);
          },
          onError: reject,
        },
      );
    });
  }

  /** SIGKILL: no more of its code runs. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async #plan(request: { hostId: string; act: BindingAct; addresses: string[] }): Promise<string> {
    const { fingerprint, refusal } = await this.api.passthrough.planBinding.query(request);
    if (refusal !== null) throw new Error(`the plan was refused: ${refusal}`);
    return fingerprint;
  }

  async #begin(): Promise<void> {
    const known = new Promise<void>((resolve, reject) => {
      this.api.job.watch.subscribe(undefined, {
        onData: (message) => {
          const jobs = message.kind === "snapshot" ? message.jobs : [message.job];
          for (const job of jobs) this.#jobs.set(job.id, job);
          for (const look of this.#waiting) look();
          resolve();
        },
        onError: reject,
      });
    });
    const connected = this.#fleetThat(({ hosts }) => hosts.some((host) => host.connection === "connected"));
    await Promise.all([known, connected]);
  }

  async #fleetThat(fits: (message: FleetMessage) => boolean): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const subscription = this.api.fleet.watch.subscribe(undefined, {
        onData(message) {
          if (!fits(message)) return;
          subscription.unsubscribe();
          resolve();
        },
        onError: reject,
      });
    });
  }

  /** Resolves to the first job that fits, once there is one. */
  jobThat(fits: (job: Job) => boolean): Promise<Job> {
    return new Promise((resolve) => {
      const look = () => {
        const job = [...this.#jobs.values()].find(fits);
        if (job === undefined) return;
        this.#waiting.delete(look);
        resolve(job);
      };
      this.#waiting.add(look);
      look();
    });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    await this.#client.close();
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill(signal);
    await once(this.#child, "exit");
  }
}

function spawnServer({ lab, program, dataFolder, rootHelper }: PassdeckParts) {
  const [nsenter = "", ...inside] = lab.inside;
  const id = String(nobody);
  const asNobody = ["setpriv", "--reuid", id, "--regid", id, "--clear-groups", "--no-new-privs"];
  const user = rootHelper === null ? [] : asNobody;
  return spawn(nsenter, [...inside, ...user, process.execPath, program], {
    env: {
      ...process.env,
      ...lab.environment,
      PASSDECK_HOST: "127.0.0.1",
      PASSDECK_PORT: "0",
      PASSDECK_TLS: "off",
      PASSDECK_DATA: dataFolder,
      PASSDECK_LIBVIRT: lab.libvirtd.uri,
      PASSDECK_LOG_LEVEL: "fatal",
      // Some labs take hours.
      PASSDECK_REAUTHENTICATION_MINUTES: "0",
      ...(rootHelper !== null && { PASSDECK_ROOT_HELPER: rootHelper }),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

interface StartMessage {
  url: string;
  firstAdministratorLink: string | null;
}

async function readStartMessage(child: ChildProcessByStdio<null, Readable, null>): Promise<StartMessage> {
  let text = "";
  child.once("exit", () => child.stdout.destroy());
  for await (const chunk of child.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    text += chunk;
    if (text.endsWith("\n")) return JSON.parse(text);
  }
  throw new Error("Passdeck ended before it was ready");
}
