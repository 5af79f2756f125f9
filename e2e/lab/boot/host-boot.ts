import { expect, type Page } from "@playwright/test";
import type { TRPCClient } from "@trpc/client";
import type { LabHost } from "@/e2e/lab/host/lab-host";
import type { StepTimes } from "@/e2e/lab/step-times";
import type { AppRouter } from "@/server/api/router";
import type { WishedChange } from "@/server/prepare/change.schema";
import type { MadeChange } from "@/server/work/prepare/state.schema";
import { pageApi } from "./page-api";

const hostId = "local";
/** An initial RAM disk is built by hundreds of programs, each started by an emulated processor. */
const jobMilliseconds = 1_200_000;
const servingMilliseconds = 600_000;

/** How an emulated host starts, changed by the pages' own calls. Each step's seconds are told at the end. */
export class HostBoot {
  readonly #lab: LabHost;
  readonly #page: Page;
  readonly #times: StepTimes;

  constructor(lab: LabHost, page: Page, times: StepTimes) {
    this.#lab = lab;
    this.#page = page;
    this.#times = times;
  }

  /** Has a change tried at the next start. */
  async tryOnce(change: Partial<WishedChange>): Promise<void> {
    const api = await this.#api();
    const wish = { hostId, change, way: "trial" as const };
    const { fingerprint, refusal } = await api.prepare.plan.mutate(wish);
    expect(refusal).toBeNull();
    await this.#carryOut("try", () => api.prepare.run.mutate({ ...wish, fingerprint }));
  }

  /** Takes the latest change back, or ends the trial that it is. */
  async takeBack(): Promise<void> {
    const api = await this.#api();
    const change = { hostId, changeId: (await this.latest()).id };
    const { fingerprint, refusal } = await api.prepare.planUndo.query(change);
    expect(refusal).toBeNull();
    await this.#carryOut("take back", () => api.prepare.undo.mutate({ ...change, fingerprint }));
  }

  /** Restarts the host. Resolves to the boot that ends. */
  async beginRestart(): Promise<string> {
    const api = await this.#api();
    const bootId = await this.#lab.bootId();
    const { fingerprint } = await api.prepare.planReboot.query({ hostId });
    await api.prepare.reboot.mutate({ hostId, fingerprint });
    return bootId;
  }

  /** Waits until the host has started after that boot, and serves. */
  async hasStarted(bootId: string): Promise<void> {
    await this.#lab.bootedAgain(bootId);
    await expect.poll(() => this.#serves(), { timeout: servingMilliseconds, intervals: [1000] }).toBe(true);
  }

  /** What was changed last, and how that stands. */
  async latest(): Promise<MadeChange> {
    const [latest] = await this.#changes();
    if (latest === undefined) throw new Error("nothing was changed");
    return latest;
  }

  async #changes(): Promise<readonly MadeChange[]> {
    const { changes } = await (await this.#api()).prepare.state.query({ hostId });
    return changes;
  }

  /** A job that fails takes its change off record. */
  async #carryOut(step: string, begin: () => Promise<unknown>): Promise<void> {
    const known = (await this.#changes()).map(({ id }) => id);
    await this.#times.measure(this.#lab.machine.name, step, async () => {
      await begin();
      const standing = async () => (await this.#changes()).find(({ id }) => !known.includes(id))?.state;
      await expect
        .poll(standing, { timeout: jobMilliseconds, intervals: [1000] })
        .not.toMatch(/^(?:applying|undefined)$/);
      expect(await standing(), step).toBe("waiting");
    });
  }

  #api(): Promise<TRPCClient<AppRouter>> {
    return pageApi(this.#page.context(), this.#lab.url);
  }

  async #serves(): Promise<boolean> {
    try {
      return (await this.#page.request.get(`${this.#lab.url}/healthz`)).ok();
    } catch {
      return false;
    }
  }
}
