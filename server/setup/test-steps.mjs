import { countPlaywright, countVitest } from "./test-report.mjs";

/**
 * @typedef {object} TestStep
 * @property {string} name
 * @property {string[][]} commands run one after the other until one fails; the first word is a program of
 *   node_modules/.bin, or "node"
 * @property {NodeJS.ProcessEnv} [environment]
 * @property {() => import("./test-report.mjs").Count} [count] reads how many tests passed and failed; without it the
 *   step is one test
 */

/** @typedef {[first: readonly TestStep[], second?: readonly TestStep[]]} TestStage lanes that run beside each other */

/** Reports go here; Playwright empties its own folder, so it gets one below. */
export const reportFolder = "test-results/reports";

/**
 * @param {string} project
 * @returns {TestStep}
 */
function vitest(project) {
  const report = `${reportFolder}/${project}.json`;
  return {
    name: project,
    commands: [
      [
        "vitest",
        "run",
        "--project",
        project,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
    ],
    count: () => countVitest(report),
  };
}

const browserReport = `${reportFolder}/browser.json`;
const labReport = `${reportFolder}/lab.json`;

/** @type {TestStep} */
const types = {
  name: "types",
  commands: [
    ["next", "typegen"],
    ["tsc", "--noEmit"],
    ["tsc", "--noEmit", "--project", "server/setup"],
  ],
};

/** What reads the sources alone. @type {readonly TestStep[]} */
const sourceChecks = [
  { name: "lint", commands: [["biome", "check", "."]] },
  { name: "import direction", commands: [["node", "server/setup/check-imports.mjs"]] },
  { name: "dead code", commands: [["knip"]] },
];

/** @type {TestStep} */
const browser = {
  name: "browser",
  commands: [["playwright", "test", "--reporter=list,json"]],
  environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
  count: () => countPlaywright(browserReport),
};

/** @type {TestStep} */
const lab = {
  name: "lab",
  commands: [["tsx", "e2e/lab/run.ts", "--reporter=list,json"]],
  environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: labReport },
  count: () => countPlaywright(labReport),
};

/**
 * Everything that `npm test` checks, in its order. Beside each other runs what keeps one processor busy at most;
 * vitest and Playwright use two by themselves.
 * @type {readonly TestStage[]}
 */
export const testStages = [
  [[types], sourceChecks],
  [[vitest("unit")]],
  [
    [{ name: "test guest", commands: [["tsx", "e2e/guest/main.ts"]] }, vitest("libvirt"), vitest("fast-lab")],
    [{ name: "build", commands: [["node", "server/setup/build.mjs"]] }],
  ],
  [[browser]],
  [[lab]],
];
