import type { BootLog } from "../kernel-log";
import type { Evidence } from "./check.schema";
import { numbered } from "./evidence";

/**
 * Where the host's programs are not asked: what some distributions keep of the boot as a file. One that was left by another
 * kernel tells nothing of this boot.
 * @param kernel The running kernel's release.
 */
export function bootLogOfFile(text: string | null, path: string, kernel: string): BootLog {
  const source = `/${path}`;
  const problem = (why: string): BootLog => ({
    source,
    lines: null,
    problem: `The kernel's log was not looked at: ${why}.`,
  });
  if (text === null) return problem(`there is no ${source}`);
  const release = /Linux version (\S+)/.exec(text)?.[1];
  if (release !== undefined && release !== kernel) return problem(`${source} is of another kernel's boot`);
  return { source, lines: text.trimEnd().split("\n"), problem: null };
}

/** The first lines that match, none of a log that was not read. */
export function logged({ source, lines }: BootLog, wanted: RegExp, most?: number): Evidence[] {
  return numbered(source, lines ?? [], wanted, most);
}
