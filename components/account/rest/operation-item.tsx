"use client";

import { useState } from "react";
import { CodeText } from "@/components/ui/code-text";
import type { Operation } from "./operations";
import { TryForm } from "./try-form";

/** A way of the API: what it does, takes and answers. */
export function OperationItem({ operation, apiKey }: { operation: Operation; apiKey: string }) {
  const [open, setOpen] = useState(false);
  const { method, path, summary } = operation;
  return (
    <li>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5 hover:bg-foreground/6">
          <span className="w-14 font-mono font-semibold text-sm">{method}</span>
          <span className="wrap-anywhere min-w-0 font-mono text-sm">{path}</span>
          <span className="text-muted text-sm">{summary}</span>
        </summary>
        {open ? <Described operation={operation} apiKey={apiKey} /> : null}
      </details>
    </li>
  );
}

function Described({ operation, apiKey }: { operation: Operation; apiKey: string }) {
  const { method, path, description, requestBody, responses } = operation;
  const example = requestBody?.content["application/json"].example;
  return (
    <div className="flex flex-col gap-3 px-4 pt-1 pb-4 text-sm">
      {description.split("\n\n").map((text) => (
        <p key={text} className="wrap-anywhere">
          {text}
        </p>
      ))}
      {example === undefined ? null : (
        <div>
          <h3 className="font-medium">Body</h3>
          <CodeText text={JSON.stringify(example, null, 2)} what="body" />
        </div>
      )}
      <div>
        <h3 className="font-medium">Answers</h3>
        <ul className="mt-1">
          {Object.entries(responses).map(([status, answer]) => (
            <li key={status} className="flex gap-3">
              <span className="font-mono tabular-nums">{status}</span>
              <span className="min-w-0 text-muted">{answer.description}</span>
            </li>
          ))}
        </ul>
      </div>
      {method === "GET" && path !== "/events" ? <TryForm operation={operation} apiKey={apiKey} /> : null}
    </div>
  );
}
