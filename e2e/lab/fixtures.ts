import { type BrowserContext, test as base, expect } from "@playwright/test";
import { makeAdministrator } from "@/e2e/fixtures/administrator";
import { ensureImagesOf, labCache } from "./ensure-images";
import { LabHost } from "./host/lab-host";
import { ensureProjectImage } from "./image/project-image";
import { projectFolder } from "./project-folder";
import { StepTimes } from "./step-times";
import type { LabMachine } from "./topology/emulated-machine";
import { labMachines } from "./topology/machines";

export interface LabOptions {
  /** The emulated host that a project's specs run against. */
  machine: LabMachine;
}

interface LabFixtures {
  lab: LabHost;
  /** The host as it was before anything was done to it; see LabHost.snapshot. */
  untouched: object;
  /** A browser in which the first administrator is signed in; what it has loaded once it keeps, as an emulated host serves slowly. */
  signedIn: BrowserContext;
  times: StepTimes;
}

const bootMilliseconds = 900_000;

/** Playwright's test with an emulated passthrough host that serves Passdeck, and an administrator who is signed in. */
export const test = base.extend<object, LabOptions & LabFixtures>({
  machine: [labMachines.intel, { scope: "worker", option: true }],
  lab: [
    async ({ machine }, use) => {
      const images = await ensureImagesOf(machine, (step) => console.log(step));
      const projectImage = await ensureProjectImage(projectFolder, labCache);
      const started = performance.now();
      const host = await LabHost.start({ machine, images, projectImage });
      console.log(
        `The ${machine.name} host serves after ${((performance.now() - started) / 1000).toFixed(1)} s`,
      );
      await use(host);
      await host.stop();
    },
    { scope: "worker", timeout: bootMilliseconds },
  ],
  untouched: [async ({ lab }, use) => use(await lab.snapshot()), { scope: "worker" }],
  signedIn: [
    async ({ lab, browser }, use) => {
      const { storageState } = await makeAdministrator(lab);
      const context = await browser.newContext({
        baseURL: lab.url,
        storageState,
        ignoreHTTPSErrors: true,
        viewport: { width: 1280, height: 800 },
        // What turns while somebody waits would take from the emulator whom it waits for.
        reducedMotion: "reduce",
      });
      await use(context);
      await context.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  // One for all tests: a person does not load the dashboard anew for each look at it either.
  page: async ({ signedIn }, use) => use(signedIn.pages()[0] ?? (await signedIn.newPage())),
  times: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const times = new StepTimes();
      await use(times);
      if (times.any) console.log(`\nSeconds by topology and step:\n\n${times.table()}\n`);
    },
    { scope: "worker" },
  ],
});

export { expect };
