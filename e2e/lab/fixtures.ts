import { type BrowserContextOptions, test as base, expect } from "@playwright/test";
import { makeAdministrator } from "@/e2e/fixtures/administrator";
import { ensureLabImages, labCache } from "./ensure-images";
import { LabHost } from "./host/lab-host";
import { ensureProjectImage } from "./image/project-image";
import { projectFolder } from "./project-folder";
import type { LabMachine } from "./topology/emulated-machine";
import { labMachines } from "./topology/machines";

export interface LabOptions {
  /** The emulated host that a project's specs run against. */
  machine: LabMachine;
}

interface LabFixtures {
  lab: LabHost;
  /** Cookies of the first administrator. */
  signedIn: BrowserContextOptions["storageState"];
}

const bootMilliseconds = 900_000;

/** Playwright's test with an emulated passthrough host that serves Passdeck, and an administrator who is signed in. */
export const test = base.extend<object, LabOptions & LabFixtures>({
  machine: [labMachines.intel, { scope: "worker", option: true }],
  lab: [
    async ({ machine }, use) => {
      const images = await ensureLabImages((step) => console.log(step));
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
  signedIn: [
    async ({ lab }, use) => use((await makeAdministrator(lab)).storageState),
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: async ({ lab }, use) => use(lab.url),
  storageState: async ({ signedIn }, use) => use(signedIn),
});

export { expect };
