import { createHash } from "node:crypto";
import { planScript } from "../../prepare/script/plan-script";
import { takeBackOf } from "./take-back";
import type { Written } from "./written";

interface Titled {
  title: string;
  /** /proc/cmdline of now: by it some programs are taken back. */
  commandLine: string;
  /** "graphical.target", which systemd starts now; null where nothing tells. */
  target: string | null;
}

/** A plan as a script to be run by hand; null where there is nothing to do. */
export function scriptOf(written: Written, { title, commandLine, target }: Titled): string | null {
  const { steps, commands, executable, trial } = written;
  if (steps.length + commands.length === 0) return null;
  const wish = { trial, seen: { commandLine, drivers: {}, target } };
  const id = createHash("sha256")
    .update(JSON.stringify([steps, commands]))
    .digest("hex")
    .slice(0, 12);
  return planScript({
    title,
    id,
    steps,
    executable,
    programs: commands.map((words) => ({ words, back: takeBackOf(words, wish) })),
    endings: trial?.cleanUp ?? [],
  });
}
