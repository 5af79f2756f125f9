"use client";

import { useState } from "react";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { CodeText } from "@/components/ui/code-text";
import { TextField } from "@/components/ui/form/text-field";
import { addressOf, type Operation, tryAddress } from "./operations";

/** Asks a GET, with what is typed for its parameters, and shows what it answers. */
export function TryForm({ operation, apiKey }: { operation: Operation; apiKey: string }) {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const attempt = useAction({ mutationFn: (address: string) => tryAddress(address, apiKey) });
  return (
    <form
      noValidate
      className="flex flex-col gap-3 border-border border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        attempt.run(addressOf(operation, values));
      }}
    >
      <h3 className="font-medium">Try it</h3>
      <div className="grid gap-3 sm:grid-cols-2">
        {operation.parameters.map(({ name, required, description }) => (
          <TextField
            key={name}
            label={name}
            required={required}
            autoCapitalize="none"
            {...(description === undefined ? {} : { note: description })}
            value={values[name] ?? ""}
            onChange={(value) => setValues({ ...values, [name]: value })}
          />
        ))}
      </div>
      <div>
        <Button type="submit" disabled={attempt.busy}>
          Send
        </Button>
      </div>
      <p role="status" className="empty:hidden">
        {attempt.answer === undefined ? null : `Answer: ${attempt.answer.status}`}
      </p>
      {attempt.answer === undefined ? null : <CodeText text={attempt.answer.text} what="answer" />}
      <p role="alert" className="text-danger empty:hidden">
        {attempt.problem}
      </p>
    </form>
  );
}
