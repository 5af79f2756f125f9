import fc from "fast-check";

/** What XML 1.0 can hold, and people, guests and file systems come up with. */
export const oddText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."\uFFFD\uFEFF\u202E\u200F\u2028\u0085\u007F\u009F",
        ..."\t\n\r'\"<>&;",
        "]]>",
        "&amp;",
        "&#1;",
        "<!--",
        "<?x?>",
        "<![CDATA[",
        "😀",
        "é",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }).map((text) => text.replace(forbidden, "")),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** What no XML holds, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** As libvirt's virBufferEscapeString: what XML can't hold is left out, quotes and brackets are escaped, all else is raw. */
export function escapedText(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "'": "&apos;",
    '"': "&quot;",
  };
  return text.replace(forbidden, "").replace(/[&<>'"]/g, (found) => entities[found] ?? found);
}
