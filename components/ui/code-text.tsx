import { classNames } from "@/components/ui/class-names";
import { CopyButton } from "@/components/ui/copy-button";

export interface CodeTextProps {
  text: string;
  /** What it is, for screen readers and for the button: "XML". */
  what: string;
  /** Long lines go on in the next one, as commands may, of which all has to be seen. */
  wraps?: boolean;
}

/** Commands, a file or XML, letter by letter. It scrolls in itself and can be copied. */
export function CodeText({ text, what, wraps = false }: CodeTextProps) {
  return (
    <div className="flex items-start rounded-md border border-border bg-inset">
      <section
        aria-label={what}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="max-h-80 min-w-0 flex-1 overflow-auto py-2 pl-3 -outline-offset-2"
      >
        <pre
          className={classNames(
            "font-mono text-sm leading-5",
            wraps ? "wrap-anywhere whitespace-pre-wrap" : "w-max min-w-full",
          )}
        >
          {text}
        </pre>
      </section>
      <div className="shrink-0 p-0.5">
        <CopyButton text={text} what={what} size="icon" />
      </div>
    </div>
  );
}
