import * as z from "zod";
import { changedLine } from "../kernel-line/change-line";
import { plainDialect } from "../kernel-line/dialect";
import { EditedLine } from "../kernel-line/edit-line";
import type { LineChange } from "../kernel-line/line-change";
import { lineWords } from "../kernel-line/line-words";
import { Refused } from "../refused";

const configurationSchema = z.looseObject({ user: z.looseObject({ kernel_options: z.array(z.string()) }) });

/** What kernelstub makes of its own configuration, which it writes itself (`user.kernel_options`). */
export function editKernelstub(text: string, change: LineChange): string {
  const read = configurationSchema.safeParse(parsed(text));
  if (!read.success) throw new Refused("kernelstub's configuration has no list user.kernel_options.");
  const configuration = read.data;
  const before = new EditedLine(configuration.user.kernel_options.join(" "), plainDialect);
  const after = changedLine(before, change);
  if (after.text === before.text) return text;
  const kernel_options = lineWords(after.text, plainDialect).words.map((word) => word.text);
  // Not what the schema gives back, in which the keys stand in another order.
  const next = withOptions(parsed(text), kernel_options);
  const indent = /^\{\r?\n([ \t]+)/.exec(text)?.[1] ?? "  ";
  return JSON.stringify(next, null, indent) + (/\s*$/.exec(text)?.[0] ?? "");
}

function withOptions(configuration: unknown, options: readonly string[]): unknown {
  return JSON.parse(JSON.stringify(configuration), (key, value) =>
    key === "user" ? { ...value, kernel_options: options } : value,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("kernelstub's configuration is no JSON.");
  }
}
