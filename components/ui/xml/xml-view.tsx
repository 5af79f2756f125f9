import { Fragment, useMemo } from "react";
import { tokenizeXml, type XmlTokenKind } from "./xml-tokens";

const colours: Readonly<Record<XmlTokenKind, string | null>> = {
  text: null,
  punctuation: "text-muted",
  element: "text-accent",
  attribute: "text-warning",
  value: "text-success",
  comment: "text-muted italic",
  declaration: "text-muted",
};

/** XML in colours, as plain text that can be selected and searched. It scrolls in itself. */
export function XmlView({ xml, label }: { xml: string; label: string }) {
  const tokens = useMemo(() => tokenizeXml(xml), [xml]);
  let offset = 0;
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="max-h-[calc(100dvh-15rem)] min-h-60 overflow-auto rounded-lg border border-border bg-surface p-4"
    >
      <pre className="w-max min-w-full font-mono text-sm leading-5">
        {tokens.map(({ kind, text }) => {
          const key = offset;
          offset += text.length;
          const colour = colours[kind];
          return colour === null ? (
            <Fragment key={key}>{text}</Fragment>
          ) : (
            <span key={key} className={colour}>
              {text}
            </span>
          );
        })}
      </pre>
    </section>
  );
}
