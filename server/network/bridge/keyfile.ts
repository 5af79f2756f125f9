/** A section of a keyfile with the lines below its name, as they stand (nm-settings-keyfile(5)). */
export interface Section {
  name: string;
  lines: string[];
}

/** The sections of a keyfile, in their order; what stands above the first one has an empty name. */
export function sectionsOf(text: string): Section[] {
  const found: Section[] = [{ name: "", lines: [] }];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const name = /^\s*\[([^\]]+)\]\s*$/.exec(line)?.[1];
    if (name === undefined) found.at(-1)?.lines.push(line);
    else found.push({ name, lines: [] });
  }
  return found;
}

/** Makes a keyfile of its sections. */
export function keyfileOf(sections: readonly Section[]): string {
  const texts = sections.map(({ name, lines }) => {
    const body = lines.map((line) => `${line}\n`).join("");
    return name === "" ? body : `[${name}]\n${body}`;
  });
  return texts.join("");
}

/** A key's value; null where it is not set. The last one counts. */
export function settingOf(sections: readonly Section[], section: string, key: string): string | null {
  const lines = sections.filter(({ name }) => name === section).flatMap((one) => one.lines);
  const found = lines.flatMap((line) => {
    const at = line.indexOf("=");
    return at !== -1 && line.slice(0, at).trim() === key ? [line.slice(at + 1).trim()] : [];
  });
  return found.at(-1) ?? null;
}

/** A section with further lines behind those that say something. */
export function withLines(section: Section, ...more: string[]): Section {
  const last = section.lines.findLastIndex((line) => line.trim() !== "") + 1;
  return { ...section, lines: section.lines.toSpliced(last, 0, ...more) };
}
