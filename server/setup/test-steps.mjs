import { countPlaywright, countVitest } from "./test-report.mjs";

/**
 * @typedef {object} StepParts
 * @property {string[][]} commands run one after the other until one fails; the first word is a program of
 *   node_modules/.bin, or "node"
 * @property {NodeJS.ProcessEnv} [environment]
 * @property {() => import("./test-report.mjs").Count} [count] reads how many tests passed and failed; without it the
 *   step is one test
 */

/** @typedef {import("./side-by-side.mjs").Work & StepParts} TestStep */

/** Reports go here; Playwright empties its own folder, so it gets one below. */
export const reportFolder = "test-results/reports";

/**
 * @param {string} name
 * @param {string[]} projects of vitest.config.ts
 * @returns {TestStep}
 */
function vitest(name, projects = [name]) {
  const report = `${reportFolder}/${name}.json`;
  return {
    name,
    commands: [
      [
        "vitest",
        "run",
        "--maxWorkers=1",
        ...projects.flatMap((project) => ["--project", project]),
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
    ],
    count: () => countVitest(report),
  };
}

/**
 * @param {string} name
 * @param {string[]} program with its first arguments
 */
function playwright(name, ...program) {
  const file = name.replaceAll(" ", "-");
  const report = `${reportFolder}/${file}.json`;
  return {
    name,
    commands: [[...program, "--reporter=list,json", `--output=test-results/${file}`]],
    // A test of many steps is heard of in between, and so is not taken for one that hangs.
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_LIST_PRINT_STEPS: "1" },
    count: () => countPlaywright(report),
  };
}

/** One emulated host. @param {string} machine */
function lab(machine) {
  const step = playwright(`lab ${machine}`, "tsx", "e2e/lab/run.ts", `--project=${machine}`, "--workers=1");
  return { ...step, needs: ["build", "lab images"] };
}

/**
 * Everything that `npm test` checks, in the order in which it begins: each keeps one processor busy, the browser two.
 * What is quick and what others need comes first, then what takes longest, so that little is left to wait for at the end.
 * @type {readonly TestStep[]}
 */
export const testSteps = [
  { name: "test guest", commands: [["tsx", "e2e/guest/main.ts"]] },
  { name: "lint", commands: [["biome", "check", "."]] },
  { name: "import direction", commands: [["node", "server/setup/check-imports.mjs"]] },
  // One at a time: the guest has the lock of the build, and updates the lists of packages that the images are made of.
  { name: "build", needs: ["test guest"], commands: [["node", "server/setup/build.mjs"]] },
  { name: "lab images", needs: ["test guest"], commands: [["tsx", "e2e/lab/images.ts"]] },
  { ...vitest("kills"), needs: ["test guest"] },
  lab("intel"),
  { ...vitest("libvirt"), needs: ["test guest"] },
  { ...vitest("packages"), needs: ["build"] },
  // One file at a time: the processes of one hold devices that the Passdeck of another sees.
  vitest("fast-lab"),
  lab("amd"),
  vitest("unit", ["unit", "page"]),
  // The stores' tests once more.
  vitest("postgres"),
  lab("none"),
  {
    name: "types",
    // Next writes a part of what the compiler reads.
    needs: ["build"],
    commands: [
      ["next", "typegen"],
      ["tsc", "--noEmit"],
      ["tsc", "--noEmit", "--project", "server/setup"],
    ],
  },
  { name: "dead code", commands: [["knip"]] },
  { ...playwright("browser", "playwright", "test"), processors: 2, needs: ["build", "test guest"] },
];
