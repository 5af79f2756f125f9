import type { Stanza } from "./host-network.schema";

/** Begin something new, and so end a stanza. */
const keywords =
  /^(?:iface|auto|mapping|source|source-directory|no-auto-down|no-scripts|rename|template|allow-\S+)$/;

interface LogicalLine {
  words: string[];
  text: string;
  /** From 1; a line that ends in a backslash goes on in the next. */
  first: number;
  last: number;
}

/** The lines of a file of ifupdown's that say something. */
export function logicalLines(text: string): LogicalLine[] {
  const found: LogicalLine[] = [];
  let begun: { parts: string[]; first: number } | null = null;
  for (const [index, line] of text.split("\n").entries()) {
    const current: { parts: string[]; first: number } = begun ?? { parts: [], first: index + 1 };
    const goesOn = line.endsWith("\\");
    current.parts.push(goesOn ? line.slice(0, -1) : line);
    begun = goesOn ? current : null;
    if (goesOn) continue;
    const whole = current.parts.join(" ").trim();
    if (whole === "" || whole.startsWith("#")) continue;
    found.push({ words: whole.split(/\s+/), text: whole, first: current.first, last: index + 1 });
  }
  return found;
}

/** What a file of ifupdown's says of some devices and of their further addresses ("eno1:0"): interfaces(5). */
export function stanzasOf(text: string, devices: readonly string[]): Stanza[] {
  const found: Stanza[] = [];
  let open: Stanza | null = null;
  for (const { words, text: whole, first, last } of logicalLines(text)) {
    const [keyword = "", name = "", family = null, method = null] = words;
    if (!keywords.test(keyword)) {
      open?.options.push(whole);
      if (open !== null) open.last = last;
      continue;
    }
    open = null;
    const named = keyword === "iface" ? [name] : words.slice(1);
    const about = named.filter((one) => devices.includes(one.split(":")[0] ?? ""));
    if (about.length === 0) continue;
    if (keyword === "iface") {
      open = { device: name, family, method, first, last, options: [] };
      found.push(open);
    } else if (keyword === "auto" || keyword.startsWith("allow-")) {
      for (const device of about)
        found.push({ device, family: null, method: null, first, last, options: [whole] });
    }
  }
  return found;
}
