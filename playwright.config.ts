import { defineConfig } from "@playwright/test";

/** Debian's chromium, kept from talking to anybody but the server under test. */
const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  // Without WebGL the terminal's lines are elements, which a test can read.
  "--disable-3d-apis",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  outputDir: "test-results/browser",
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: false,
  retries: 0,
  // One emulated guest is enough for a small machine; and all specs share one libvirtd and one server.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    ignoreHTTPSErrors: true,
    trace: "retain-on-failure",
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: "/usr/bin/chromium", args: chromiumArguments },
  },
});
