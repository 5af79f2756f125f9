import type { Command } from "commander";

/** A subcommand of `passdeck`. */
export interface Subcommand {
  /** Its name and arguments: "capture <file>". */
  usage: string;
  /** What it is for, in a line. */
  summary: string;
  /** Gives the command its options and what it does; the command fails by throwing. */
  define(command: Command): void;
}
