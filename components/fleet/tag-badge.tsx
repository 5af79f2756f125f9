import { classNames } from "@/components/ui/class-names";

const colours = [
  "bg-red-500",
  "bg-orange-500",
  "bg-yellow-500",
  "bg-green-500",
  "bg-teal-500",
  "bg-sky-500",
  "bg-violet-500",
  "bg-pink-500",
] as const;

/** The same for a name wherever it stands: by FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), whose upper bits are mixed best. */
export function colourOf(tag: string): string {
  let hash = 0x811c9dc5;
  for (const character of tag) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return colours[(hash >>> 16) % colours.length] ?? colours[0];
}

/** A tag, with a dot of the colour that its name has. */
export function TagBadge({ tag }: { tag: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-sm bg-foreground/7 px-1.5 py-0.5 text-xs">
      <span aria-hidden className={classNames("size-2 shrink-0 rounded-full", colourOf(tag))} />
      <span className="wrap-anywhere min-w-0">{tag}</span>
    </span>
  );
}
