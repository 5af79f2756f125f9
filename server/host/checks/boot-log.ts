import type { BootLog } from "../kernel-log";
import type { Evidence } from "./check.schema";
import { numbered } from "./evidence";

/** Where the host's programs are not asked: what some distributions keep of the boot as a file. */
export function bootLogOfFile(text: string | null, path: string): BootLog {
  const source = `/${path}`;
  if (text !== null) return { source, lines: text.trimEnd().split("\n"), problem: null };
  return { source, lines: null, problem: `The kernel's log was not looked at: there is no ${source}.` };
}

/** The first lines that match, none of a log that was not read. */
export function logged({ source, lines }: BootLog, wanted: RegExp, most?: number): Evidence[] {
  return numbered(source, lines ?? [], wanted, most);
}
