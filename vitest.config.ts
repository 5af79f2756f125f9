import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { fuzzSeed } from "./server/setup/fuzz-seed.mjs";

/** `@/…` means the project's root, as in tsconfig.json. */
const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

/** Machines for tests are shared: what hangs is found after this, and what is slow has passed before; milliseconds. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };
const patientWaits = "server/setup/patient-waits.mjs";

/** To load the modules anew for each of some hundred files takes as long as half of the tests. */
const shared = { isolate: false, ...patience };
/** With a real libvirtd. */
const real = { setupFiles: [patientWaits], ...shared };
const kills = "server/work/kill/*.libvirt.test.ts";

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
          exclude: ["**/*.libvirt.test.ts"],
          setupFiles: [patientWaits, "server/setup/property-seed.mjs"],
          ...shared,
          ...(fuzzSeed() === null ? {} : { testTimeout: 1_200_000 }),
        },
      },
      {
        resolve: { alias },
        test: { ...real, name: "libvirt", include: ["server/**/*.libvirt.test.ts"], exclude: [kills] },
      },
      { resolve: { alias }, test: { ...real, name: "kills", include: [kills] } },
      {
        resolve: { alias },
        test: { ...real, name: "fast-lab", include: ["e2e/fast-lab/**/*.fast-lab.test.ts"] },
      },
    ],
  },
});
