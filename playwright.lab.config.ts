import { defineConfig } from "@playwright/test";
import { chromiumArguments, chromiumPath } from "./e2e/fixtures/chromium";
import type { LabOptions } from "./e2e/lab/fixtures";
import { labMachines } from "./e2e/lab/topology/machines";

/** The lab's specs: one project for each emulated host, by the folder of its specs. */
export default defineConfig<object, LabOptions>({
  testDir: "e2e/lab/specs",
  outputDir: "test-results/lab",
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: false,
  retries: 0,
  // Each worker boots a host, and two processors emulate one at a time.
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 120_000 },
  reporter: "list",
  projects: Object.values(labMachines).map((machine) => ({
    name: machine.name,
    testMatch: [`all/*.spec.ts`, `${machine.name}/*.spec.ts`],
    use: { machine },
  })),
  use: {
    ignoreHTTPSErrors: true,
    trace: "retain-on-failure",
    viewport: { width: 1280, height: 800 },
    // What turns while somebody waits would take from the emulator whom it waits for.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { executablePath: chromiumPath, args: chromiumArguments },
  },
});
