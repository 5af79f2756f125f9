import { defineConfig } from "@playwright/test";
import { chromiumArguments, chromiumPath } from "./e2e/fixtures/chromium";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  // The lab has a configuration of its own.
  testIgnore: "lab/**",
  outputDir: "test-results/browser",
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: false,
  retries: 0,
  // One emulated guest is enough for a small machine; and all specs share one libvirtd and one server.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    ignoreHTTPSErrors: true,
    trace: "retain-on-failure",
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: chromiumPath, args: chromiumArguments },
  },
});
