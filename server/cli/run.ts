import { Command, CommanderError } from "commander";
import { AppError } from "../errors";
import { capture } from "./capture";
import { explain } from "./explain";
import { importCommand } from "./import";
import { inspect } from "./inspect";
import { prepare } from "./prepare";
import { rootHelper } from "./root-helper";
import { serve } from "./serve";
import { install, uninstall } from "./service/install";
import type { Subcommand } from "./subcommand";
import { token } from "./token";
import { user } from "./user";
import { xml } from "./xml";

const subcommands: readonly Subcommand[] = [
  serve,
  inspect,
  capture,
  explain,
  prepare,
  xml,
  importCommand,
  user,
  token,
  install,
  uninstall,
  rootHelper,
];

/**
 * Runs the `passdeck` command.
 * @param words What stands behind the command's name.
 * @returns The exit status: 0, or 1 with one line on standard error that says what was wrong.
 */
export async function runCommandLine(words: readonly string[]): Promise<0 | 1> {
  stopQuietlyWhenNobodyReads();
  try {
    await program().parseAsync(words.length > 0 ? words : ["--help"], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    process.stderr.write(`passdeck: ${complaintOf(error)}\n`);
    return 1;
  }
}

function program(): Command {
  const passdeck = new Command("passdeck")
    .description("A dashboard for KVM hosts, made for GPU passthrough.")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  for (const { usage, summary, define } of subcommands) {
    define(passdeck.command(usage).description(summary).helpCommand(false));
  }
  return passdeck;
}

function complaintOf(error: unknown): string {
  if (error instanceof AppError) return oneLine(error.userMessage);
  if (error instanceof CommanderError) return oneLine(error.message.replace(/^error: /, ""));
  return oneLine(error instanceof Error ? error.message : String(error));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** `passdeck inspect | head` closes the pipe early; that is no failure. */
function stopQuietlyWhenNobodyReads(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1);
  });
}
