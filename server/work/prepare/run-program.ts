import { AppError } from "../../errors";
import type { HostConfiguration } from "../../host/configuration/host-configuration";
import type { ToolResult } from "../../host/tools";
import { shellCommand } from "../../units/shell-word";
import { isDoneAlready } from "./done-already";
import type { PrepareWorld } from "./prepare-world";

/**
 * Runs a program to its end.
 * @returns what it said.
 * @throws AppError "host-refused" with its last words where it failed.
 */
export async function runProgram(
  configuration: HostConfiguration,
  words: readonly string[],
): Promise<string> {
  return saidBy(words, await configuration.run(words));
}

/** What a program said. @throws AppError "host-refused" with its last words where it failed. */
export function saidBy(words: readonly string[], { status, output, errors }: ToolResult): string {
  const said = [output.trim(), errors.trim()].filter((text) => text !== "").join("\n");
  if (status === 0) return said;
  const last = said.split("\n").slice(-3).join(" ");
  const how = status === null ? "did not end as it should" : `ended with status ${status}`;
  throw new AppError("host-refused", { userMessage: `${shellCommand(words)} ${how}: ${last}` });
}

/** As {@link runProgram}, but not where what it does is done already: a step that was cut short is begun again. */
export async function runDue(
  { configuration, tree }: Pick<PrepareWorld, "configuration" | "tree">,
  words: readonly string[],
): Promise<string> {
  return (await isDoneAlready(tree(), words)) ? "" : runProgram(configuration(), words);
}

/** Runs all of them that are due, also where one fails. @throws AppError "host-refused" that tells of each that failed. */
export async function runAll(
  world: Pick<PrepareWorld, "configuration" | "tree">,
  commands: readonly (readonly string[])[],
): Promise<void> {
  const problems: string[] = [];
  for (const words of commands) {
    await runDue(world, words).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      problems.push(error.userMessage);
    });
  }
  if (problems.length > 0) throw new AppError("host-refused", { userMessage: problems.join(" ") });
}
