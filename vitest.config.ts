import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { fuzzSeed } from "./server/setup/fuzz-seed.mjs";

/** `@/…` means the project's root, as in tsconfig.json. */
const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{server,components,app,e2e/lab}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.libvirt.test.ts"],
          setupFiles: ["server/setup/property-seed.mjs"],
          // Machines for tests are shared: what hangs is found after this, and what is slow has passed before.
          testTimeout: fuzzSeed() === null ? 60_000 : 1_200_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "libvirt",
          include: ["server/**/*.libvirt.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "fast-lab",
          include: ["e2e/fast-lab/**/*.fast-lab.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
