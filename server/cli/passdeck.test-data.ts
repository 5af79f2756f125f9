import { spawnSync } from "node:child_process";
import { testProgram } from "@/e2e/programs/test-program";

/** The bundle that {@link passdeck} runs. */
export const program = await testProgram("server/cli.ts");

/**
 * Runs the command of the sources as a shell would, in a process of its own.
 * @param input For its standard input.
 * @param environment What it has beside our own variables.
 */
export function passdeck(
  words: readonly string[],
  input: string | Buffer = "",
  environment: Readonly<Record<string, string>> = {},
) {
  const env = { ...process.env, ...environment };
  return spawnSync(process.execPath, [program, ...words], { input, env, encoding: "utf8" });
}
