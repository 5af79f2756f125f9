/** A line of what a step changes. */
export interface EffectLine {
  kind: "added" | "removed" | "place" | "plain";
  text: string;
}

/**
 * The lines of an effect. It is taken for a diff where lines are added or removed as in the unified format; commands
 * and files are plain.
 */
export function effectLines(effect: string): EffectLine[] {
  const lines = effect.replace(/\n$/, "").split("\n");
  const isDiff = lines.length > 1 && lines.some((line) => /^[+-](?!-)/.test(line));
  return lines.map((text) => ({ kind: isDiff ? kindOf(text) : "plain", text }));
}

function kindOf(line: string): EffectLine["kind"] {
  if (/^(\+\+\+|---|@@)/.test(line)) return "place";
  if (line.startsWith("+")) return "added";
  return line.startsWith("-") ? "removed" : "plain";
}
