import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll } from "vitest";
import { testProgram } from "@/e2e/programs/test-program";
import type { Job } from "@/server/job/job.schema";
import { FastLab } from "./fast-lab";
import type { DriverChoice } from "./host/complete-sysfs";
import type { PageSession } from "./passdeck/api-client";
import { type BindingAct, PassdeckProcess } from "./passdeck/passdeck-process";
import { nobody } from "./passdeck/root-helper-process";

/** The emulated machine of e2e/lab as it was captured: two cards alone in their groups, one in a shared group. */
const archive = fileURLToPath(new URL("../hosts/lab-q35.tar.gz", import.meta.url));

export const card = { gpu: "0000:01:00.0", audio: "0000:01:00.1" };
export const otherCard = { gpu: "0000:02:00.0", audio: "0000:02:00.1" };
/** In one group, behind a PCI bridge. */
export const shared = { gpu: "0000:07:01.0", audio: "0000:07:01.1", nic: "0000:07:02.0" };

/** Passdeck on the fast layer's host. */
export class Scene {
  #program = "";
  #dataFolder = "";
  #session: PageSession | null = null;
  #running: PassdeckProcess | null = null;
  #started: FastLab | null = null;
  #rootHelper: string | null = null;
  readonly #fingerprints = new Map<string, string>();

  get lab(): FastLab {
    if (this.#started === null) throw new Error("the lab is not there yet");
    return this.#started;
  }

  get passdeck(): PassdeckProcess {
    if (this.#running === null) throw new Error("Passdeck is not running");
    return this.#running;
  }

  /**
   * Starts the host and, on it, a new Passdeck.
   * @param modules that the host's kernel has loaded.
   * @param startHelper Has Passdeck run as a user without rights, by a root helper that is started before: its setting.
   */
  async begin(
    modules: readonly string[],
    otherDrivers: DriverChoice,
    startHelper?: (lab: FastLab) => Promise<string>,
  ): Promise<void> {
    this.#program = await testProgram("e2e/fast-lab/passdeck/main.ts");
    this.#dataFolder = await mkdtemp(join(tmpdir(), "passdeck-fast-lab-"));
    const drivers = {
      [card.gpu]: "nouveau",
      [otherCard.gpu]: "amdgpu",
      [shared.gpu]: "nouveau",
      ...otherDrivers,
    };
    this.#started = await FastLab.start({ archive, drivers });
    for (const name of modules) await this.lab.loadModule(name);
    if (startHelper !== undefined) {
      this.#rootHelper = await startHelper(this.lab);
      await chown(this.#dataFolder, nobody, nobody);
    }
    await this.startPassdeck();
  }

  async end(): Promise<void> {
    await this.#running?.kill();
    await this.#started?.stop();
    await rm(this.#dataFolder, { recursive: true, force: true });
  }

  async startPassdeck(): Promise<void> {
    const { lab } = this;
    const program = this.#program;
    const dataFolder = this.#dataFolder;
    const session = this.#session;
    const fingerprints = this.#fingerprints;
    const rootHelper = this.#rootHelper;
    const parts = { lab, program, dataFolder, session, fingerprints, rootHelper };
    this.#running = await PassdeckProcess.start(parts);
    this.#session = this.#running.session;
  }

  /** SIGKILL, and a new start with what is on the disk. */
  async killAndStart(): Promise<void> {
    await this.passdeck.kill();
    await this.startPassdeck();
  }

  /** Runs to the end of the job. */
  async run(act: BindingAct, ...addresses: string[]): Promise<Job> {
    return this.passdeck.ended(await this.passdeck.run(act, ...addresses));
  }
}

/** Sets one scene for all tests of a file. Whatever a test has break is whole again after it. */
export function setScene(modules: readonly string[] = ["vfio-pci"], otherDrivers: DriverChoice = {}): Scene {
  const scene = new Scene();
  beforeAll(() => scene.begin(modules, otherDrivers));
  afterEach(async () => {
    await scene.lab.faults.release();
    await scene.lab.faults.set();
  });
  afterAll(() => scene.end());
  return scene;
}
