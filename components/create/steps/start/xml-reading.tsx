"use client";

import { useEffect, useState } from "react";
import { type ApiOutputs, trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { useSettled } from "@/components/ui/use-settled";

type Reading = ApiOutputs["create"]["importXml"];
type Answer = { text: string } & ({ reading: Reading } | { problem: string });

const pause = 300;

/** What a pasted definition says of itself: what libvirt's schema has against it, and what it expects of the host. */
export function XmlReading({ hostId, text }: { hostId: string; text: string }) {
  const settled = useSettled(text, pause);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (settled.trim() === "") return;
    let outdated = false;
    const keep = (come: Answer) => {
      if (!outdated) setAnswer(come);
    };
    trpc.create.importXml.mutate({ hostId, text: settled }).then(
      (reading) => keep({ text: settled, reading }),
      (error: unknown) => keep({ text: settled, problem: errorText(error) }),
    );
    return () => {
      outdated = true;
    };
  }, [hostId, settled]);
  if (answer === null || answer.text !== text) return null;
  return (
    <div role="status">
      {"problem" in answer ? <p className="wrap-anywhere text-danger">{answer.problem}</p> : null}
      {"reading" in answer ? <Found reading={answer.reading} /> : null}
    </div>
  );
}

function Found({ reading: { name, problems, passthrough, disks } }: { reading: Reading }) {
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <p>
        {name === "" ? "It has no name. Enter one below." : `It defines the VM “${name}”.`}
        {disks.length === 0 ? null : ` These disks must already exist: ${disks.join(", ")}.`}
        {passthrough.length === 0 ? null : ` It uses host devices: ${passthrough.join(", ")}.`}
      </p>
      <ul className="text-danger empty:hidden">
        {problems?.map(({ line, message }) => (
          <li key={`${line} ${message}`} className="wrap-anywhere">
            Line {line}: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
