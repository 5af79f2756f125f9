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
  // A diff is read by its indentation; a command or a sentence may go on in the next line.
  const isDiff = lines.some(({ kind }) => kind !== "plain");
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="max-h-72 overflow-auto -outline-offset-2 border-border border-t bg-inset py-1.5"
    >
      <pre
        className={classNames(
          "font-mono text-sm leading-5",
          isDiff ? "w-max min-w-full" : "wrap-anywhere whitespace-pre-wrap",
        )}
      >
        {lines.map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never change places
          <span key={index} className={classNames("block min-h-5 px-3", looks[kind])}>
            {text}
          </span>
        ))}
      </pre>
    </section>
  );
}
