import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { fuzzSeed } from "./server/setup/fuzz-seed.mjs";

/** `@/…` means the project's root, as in tsconfig.json. */
const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

/** Machines for tests are shared: what hangs is found after this, and what is slow has passed before; milliseconds. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };
const patientWaits = "server/setup/patient-waits.mjs";
const propertySeed = "server/setup/property-seed.mjs";

/** To load the modules anew for each of some hundred files takes as long as half of the tests. */
const shared = {
  isolate: false,
  // A run's log holds the message alone: by "[ Array(1) ]" nobody could tell what was found.
  chaiConfig: { truncateThreshold: 0 },
  ...patience,
};
const unit = { ...shared, ...(fuzzSeed() === null ? {} : { testTimeout: 1_200_000 }) };
/** With a real libvirtd. */
const real = { setupFiles: [patientWaits, propertySeed], ...shared };
/** In a window. */
const pageTests = "components/**/*.page.test.{ts,tsx}";
const kills = "server/work/kill/*.libvirt.test.ts";
/** What keeps something in the database, which may be PostgreSQL's as well. */
const stores = "server/{database,access,job,notify,work/booking}/**/*.test.ts";
/** What is PostgreSQL's alone. */
const postgresTests = "server/**/*.postgres.test.ts";
/** With what the build has made. */
const packageTests = "server/**/*.package.test.ts";

export default defineConfig({
  test: {
    // vitest leaves one processor to itself, which on a small machine is half of them.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{server,components,app,e2e/lab}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.libvirt.test.ts", postgresTests, packageTests, pageTests],
          setupFiles: [patientWaits, propertySeed],
          ...unit,
        },
      },
      {
        resolve: { alias },
        test: {
          ...unit,
          name: "page",
          include: [pageTests],
          setupFiles: [patientWaits, propertySeed],
          environment: "happy-dom",
          // Each with a window and modules of its own: address, focus and mocks of one file are not there in the next.
          isolate: true,
        },
      },
      {
        resolve: { alias },
        test: { ...real, name: "libvirt", include: ["server/**/*.libvirt.test.ts"], exclude: [kills] },
      },
      { resolve: { alias }, test: { ...real, name: "kills", include: [kills] } },
      {
        resolve: { alias },
        test: {
          ...real,
          name: "postgres",
          include: [stores, postgresTests],
          exclude: ["**/*.libvirt.test.ts"],
          globalSetup: "server/database/testing/postgres-server.ts",
        },
      },
      { resolve: { alias }, test: { ...real, name: "packages", include: [packageTests] } },
      {
        resolve: { alias },
        test: { ...real, name: "fast-lab", include: ["e2e/fast-lab/**/*.fast-lab.test.ts"] },
      },
    ],
  },
});
