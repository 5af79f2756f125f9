import { readFileSync } from "node:fs";
import { productFile } from "../../product-file";

/**
 * The program that reads a host's files, for a POSIX shell: it becomes Perl where there is one, else Python, else the
 * shell reads itself. A constant, without anything of a user's: what to read is told on its standard input.
 *
 * To try each costs less than to find out on the host what a command that is there but can't run would say.
 */
export function readerScript(): string {
  return `${become("perl", "-e", program("reader.pl"))}
${become("python3 -I -S", "-c", program("reader.py"))}
${program("reader.sh")}`;
}

/** Perl's modules are asked for as well: some systems have Perl without what belongs to it. */
function become(interpreter: string, option: string, text: string): string {
  const trial = interpreter === "perl" ? "-MFcntl -e 1" : `${option} 1`;
  return `if ${interpreter} ${trial} </dev/null >/dev/null 2>&1; then exec ${interpreter} ${option} '${text}'; fi`;
}

/** Without its comments, which the host need not have and which may have single quotes. */
function program(name: string): string {
  const text = readFileSync(productFile(`server/host/ssh/reader/${name}`), "utf8");
  return text.replaceAll(/^\s*#.*\n|^\n/gm, "");
}
