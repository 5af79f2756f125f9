import { createHash } from "node:crypto";
import { shellWord } from "../../units/shell-word";
import type { FileStep } from "../file-step";

/** A file of a plan in its script: a path as a word of the shell, and checksums as `sum` there tells them. */
export interface ScriptFile {
  path: string;
  from: string;
  to: string;
  /** Its texts; null where there is no file. */
  before: string | null;
  after: string;
  /** Of a new file, as chmod(1) takes it. */
  mode: string;
}

export function scriptFileOf({ file, before, after }: FileStep, isExecutable: boolean): ScriptFile {
  const mode = isExecutable ? "755" : "644";
  return { path: shellWord(file), from: sumOf(before), to: sumOf(after), before, after, mode };
}

/** Writes a file in the script. Base64 has no line that could end it early. */
export function writing({ path, from, to, after, mode }: ScriptFile): string {
  const lines =
    Buffer.from(after)
      .toString("base64")
      .match(/.{1,76}/g) ?? [];
  return [`put ${path} ${from} ${to} ${mode} <<'PASSDECK'`, ...lines, "PASSDECK"].join("\n");
}

function sumOf(text: string | null): string {
  return text === null ? "none" : createHash("sha256").update(text).digest("hex");
}
