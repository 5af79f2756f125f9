import { formatBytes } from "@/components/formats/numbers";
import type { NodePages } from "./page-pools";

const shown = [
  { part: "used", word: "huge pages in use", look: "bg-accent" },
  { part: "free", word: "huge pages free", look: "bg-accent/35" },
  { part: "other", word: "other memory in use", look: "bg-foreground/30" },
  { part: "available", word: "free memory", look: "bg-foreground/8" },
] as const;

/** A memory node as a bar: what of it is in huge pages, used and free, and the rest; each named below it. */
export function NodeBar({ node, totalBytes, parts }: NodePages) {
  const whole = shown.reduce((sum, { part }) => sum + (parts[part] ?? 0), 0);
  return (
    <div>
      <h3 className="text-sm">
        <span className="font-medium">{node === null ? "All memory" : `NUMA node ${node}`}</span>{" "}
        <span className="text-muted">{totalBytes === null ? "" : formatBytes(totalBytes)}</span>
      </h3>
      <div aria-hidden className="mt-1 flex h-3 gap-px overflow-hidden rounded-sm border border-border">
        {shown.map(({ part, look }) =>
          (parts[part] ?? 0) === 0 ? null : (
            <span key={part} className={look} style={{ width: `${((parts[part] ?? 0) / whole) * 100}%` }} />
          ),
        )}
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
        {shown.map(({ part, word, look }) => (
          <li key={part} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-2.5 rounded-xs border border-border-strong/40 ${look}`} />
            <span className="tabular-nums">{sizeText(parts[part])}</span>
            <span className="text-muted">{word}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function sizeText(bytes: number | null): string {
  return bytes === null ? "unknown" : formatBytes(bytes);
}
