import { classNames } from "./class-names";
import { type EffectLine, effectLines } from "./effect-lines";

const looks: Readonly<Record<EffectLine["kind"], string>> = {
  added: "bg-success/10 text-success",
  removed: "bg-danger/10 text-danger",
  place: "text-muted",
  plain: "",
};

/** What a step changes, letter by letter: commands, a file, or a diff. It scrolls in itself. */
export function StepEffect({ effect, label }: { effect: string; label: string }) {
  const lines = effectLines(effect);
  // What changes in a long line may stand at its end: it goes on in the next one. A diff is read by its signs and its
  // indentation, so what goes on hangs behind them.
  const isDiff = lines.some(({ kind }) => kind !== "plain");
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="max-h-72 overflow-auto -outline-offset-2 border-border border-t bg-inset py-1.5"
    >
      <pre className="wrap-anywhere whitespace-pre-wrap font-mono text-sm leading-5">
        {lines.map(({ kind, text }, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: lines never change places
            key={index}
            className={classNames(
              "block min-h-5 pr-3",
              isDiff ? "-indent-[2ch] pl-[calc(0.75rem+2ch)]" : "pl-3",
              looks[kind],
            )}
          >
            {text}
          </span>
        ))}
      </pre>
    </section>
  );
}
