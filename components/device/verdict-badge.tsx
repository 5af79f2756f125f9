import { toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { Verdict } from "@/server/pci/verdict.schema";
import { lookOf } from "./verdict-look";

/** A verdict by icon, word and colour. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { icon: Icon, tone, word, meaning } = lookOf(verdict);
  return (
    <span
      title={meaning}
      className={classNames(
        "inline-flex shrink-0 items-center gap-1 whitespace-nowrap text-sm font-medium",
        toneText[tone],
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {word}
    </span>
  );
}

/** The same where there is only room for the icon; the word is read out. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { icon: Icon, tone, word } = lookOf(verdict);
  return (
    <Icon role="img" aria-label={word} className={classNames("size-4 shrink-0", toneText[tone])}>
      <title>{word}</title>
    </Icon>
  );
}
