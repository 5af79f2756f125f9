import { defineConfig } from "@playwright/test";
import { chromiumArguments, testBrowserPath } from "./e2e/fixtures/chromium";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  // The lab has a configuration of its own.
  testIgnore: "**/e2e/lab/**",
  outputDir: "test-results/browser",
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: false,
  retries: 0,
  // Each has a server, a libvirtd and a network of its own, which serve all of its specs.
  workers: 2,
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: "list",
  use: {
    ignoreHTTPSErrors: true,
    // What pages write is theirs by default.
    locale: "en-GB",
    // Without a film: to encode each frame takes as much of the processor as all of the browser's other work; and without a
    // copy of the page at each step, which takes an eighth. `--trace on` has both, for one test.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: testBrowserPath, args: chromiumArguments },
  },
});
