import { test as base, expect } from "@playwright/test";
import { ensureImagesOf, labCache } from "./ensure-images";
import { LabHost } from "./host/lab-host";
import { ensureProjectImage } from "./image/project-image";
import { Person } from "./person";
import { projectFolder } from "./project-folder";
import { StepTimes } from "./step-times";
import type { LabMachine } from "./topology/emulated-machine";
import { labMachines } from "./topology/machines";

export interface LabOptions {
  /** The emulated host that a project's specs run against. */
  machine: LabMachine;
}

interface LabTestFixtures {
  /** What the host tells of a test that failed. */
  evidence: undefined;
  /** Who uses the page, with nothing behind them but the sign-in. */
  person: Person;
}

interface LabFixtures {
  lab: LabHost;
  /** The host as it was before anything was done to it; see LabHost.snapshot. */
  untouched: object;
  /** The first administrator in their browser; what it has loaded once it keeps, as an emulated host serves slowly. */
  signedIn: Person;
  times: StepTimes;
}

/** The disk of a host that boots by itself may have to be made first. */
const bootMilliseconds = 1_800_000;

/** Playwright's test with an emulated passthrough host that serves Passdeck, and an administrator who is signed in. */
export const test = base.extend<LabTestFixtures, LabOptions & LabFixtures>({
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
      const context = await browser.newContext({
        baseURL: lab.url,
        ignoreHTTPSErrors: true,
        viewport: { width: 1280, height: 800 },
        // What turns while somebody waits would take from the emulator whom it waits for.
        reducedMotion: "reduce",
      });
      const person = new Person(await context.newPage());
      await person.stage("sign in", () => person.makeFirstAdministrator(lab.firstAdministratorLink));
      await use(person);
      await context.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  // One for all tests: a person does not load the dashboard anew for each look at it either.
  page: ({ signedIn }, use) => use(signedIn.page),
  evidence: [
    async ({ lab }, use, testInfo) => {
      await use(undefined);
      if (testInfo.status === testInfo.expectedStatus) return;
      console.log(`Passdeck’s log on the host:\n${lab.log}`);
    },
    { auto: true },
  ],
  person: ({ signedIn }, use) => use(signedIn.again()),
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
