"use client";

import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { type EditorOptions, xmlExtensions } from "./extensions";

export interface CodeEditorProps extends EditorOptions {
  /** What it begins with. To replace the text, give the component another key. */
  text: string;
}

/** An editor of domain XML. Heavy: to be loaded when it is shown. */
export default function CodeEditor({ text, ...options }: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(options);
  latest.current = options;
  const start = useRef({ text, grammar: options.grammar, label: options.label });
  useEffect(() => {
    if (place.current === null) return;
    const { text: doc, ...fixed } = start.current;
    const extensions = xmlExtensions({
      ...fixed,
      problemsOf: (now) => latest.current.problemsOf(now),
      onChange: (now) => latest.current.onChange(now),
    });
    const view = new EditorView({ parent: place.current, state: EditorState.create({ doc, extensions }) });
    return () => view.destroy();
  }, []);
  return (
    <div
      ref={place}
      className="h-[calc(100dvh-19rem)] min-h-72 overflow-hidden rounded-lg border border-border bg-surface focus-within:border-ring focus-within:ring-1 focus-within:ring-ring"
    />
  );
}
