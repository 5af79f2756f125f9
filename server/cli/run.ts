import { Command, CommanderError } from "commander";
import { AppError } from "../errors";
import { productVersion } from "../host/product-version";
import type { Subcommand } from "./subcommand";

/** By name, in the order of the help. Each is read only where it is used: all of them take most of a second to load. */
const subcommands: Readonly<Record<string, () => Promise<Subcommand>>> = {
  serve: async () => (await import("./serve")).serve,
  inspect: async () => (await import("./inspect")).inspect,
  capture: async () => (await import("./capture")).capture,
  explain: async () => (await import("./explain")).explain,
  prepare: async () => (await import("./prepare")).prepare,
  xml: async () => (await import("./xml")).xml,
  import: async () => (await import("./import")).importCommand,
  export: async () => (await import("./export")).exportCommand,
  user: async () => (await import("./user")).user,
  token: async () => (await import("./token")).token,
  install: async () => (await import("./service/install")).install,
  uninstall: async () => (await import("./service/install")).uninstall,
  "root-helper": async () => (await import("./root-helper")).rootHelper,
};

/**
 * Runs the `passdeck` command.
 * @param words What stands behind the command's name.
 * @returns The exit status: 0, or 1 with one line on standard error that says what was wrong.
 */
export async function runCommandLine(words: readonly string[]): Promise<0 | 1> {
  stopQuietlyWhenNobodyReads();
  try {
    const asked = words.length > 0 ? words : ["--help"];
    await (await program(asked[0] ?? "")).parseAsync(asked, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    process.stderr.write(`passdeck: ${complaintOf(error)}\n`);
    return 1;
  }
}

/** @param first the first word: where it names no subcommand, what is said is about all of them. */
async function program(first: string): Promise<Command> {
  const passdeck = new Command("passdeck")
    .description("A dashboard for KVM hosts, made for GPU passthrough.")
    .version(productVersion(), "--version", "print the version")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  const named = Object.entries(subcommands).filter(([name]) => name === first);
  const loads = named.length > 0 ? named : Object.entries(subcommands);
  for (const { usage, summary, define } of await Promise.all(loads.map(([, load]) => load()))) {
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
