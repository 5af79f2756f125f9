import { classNames } from "@/components/ui/class-names";
import { type EffectLine, effectLines } from "./effect-lines";

const looks: Readonly<Record<EffectLine["kind"], string>> = {
  added: "bg-success/10 text-success",
  removed: "bg-danger/10 text-danger",
  place: "text-muted",
  plain: "",
};

/** What a step changes, letter by letter: commands, a file, or a diff. It scrolls in itself. */
export function StepEffect({ effect, label }: { effect: string; label: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="max-h-72 overflow-auto -outline-offset-2 border-border border-t bg-inset py-1.5"
    >
      <pre className="w-max min-w-full font-mono text-sm leading-5">
        {effectLines(effect).map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never change places
          <span key={index} className={classNames("block min-h-5 px-3", looks[kind])}>
            {text}
          </span>
        ))}
      </pre>
    </section>
  );
}
