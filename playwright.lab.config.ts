import { defineConfig } from "@playwright/test";
import { chromiumArguments, testBrowserPath } from "./e2e/fixtures/chromium";
import type { LabOptions } from "./e2e/lab/fixtures";
import { labMachines } from "./e2e/lab/topology/machines";

/** The lab's specs: one project for each emulated host. */
export default defineConfig<object, LabOptions>({
  testDir: "e2e/lab/specs",
  outputDir: "test-results/lab",
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: false,
  retries: 0,
  globalSetup: "./e2e/lab/prepare.ts",
  // Each worker boots a host, which keeps about one processor busy.
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 120_000 },
  reporter: "list",
  projects: [
    ...Object.values(labMachines).map((machine) => ({
      name: machine.name,
      // Hosts that boot by themselves have their own boot changed, the others their cards handed on.
      testMatch: machine.loader === null ? "host.spec.ts" : "own-boot.spec.ts",
      use: { machine },
    })),
    // What becomes of its network is the same on each: on the one that boots the quickest.
    { name: "network", testMatch: "network-guard.spec.ts", use: { machine: labMachines.none } },
  ],
  use: {
    actionTimeout: 120_000,
    // A film of each step would take from the emulated hosts what they run on; one picture tells how a test ended.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    launchOptions: { executablePath: testBrowserPath, args: chromiumArguments },
  },
});
