"use client";

import { KeyRound, ShieldAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { CheckNews } from "@/server/work/hosts/host-request.schema";
import { Fingerprint } from "./fingerprint";

type SeenKey = NonNullable<CheckNews["seen"]>;

export interface KeyQuestionProps {
  seen: SeenKey;
  /** How it can be told whether it is the right one. */
  how: string | null;
  onAccept(): void;
}

/** Asks whether a host's key is its own: of a first one quietly, of one that has changed with both fingerprints. */
export function KeyQuestion(props: KeyQuestionProps) {
  return props.seen.acceptedFingerprint === null ? <FirstKey {...props} /> : <ChangedKey {...props} />;
}

function FirstKey({ seen, how, onAccept }: KeyQuestionProps) {
  return (
    <section aria-label="Host key" className="rounded-md border border-warning/40 bg-warning/8 px-4 py-3">
      <h4 className="flex items-center gap-2 font-semibold">
        <KeyRound aria-hidden className="size-4 shrink-0 text-warning" />
        Is this the key of {seen.hop}?
      </h4>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)] sm:items-baseline">
        <dt className="text-muted">Host</dt>
        <dd className="wrap-anywhere font-mono text-sm">{seen.hop}</dd>
        <dt className="text-muted">Key type</dt>
        <dd className="font-mono text-sm">{seen.type}</dd>
        <dt className="text-muted">Fingerprint</dt>
        <dd>
          <Fingerprint text={seen.fingerprint} />
        </dd>
      </dl>
      <p className="wrap-anywhere mt-1 text-sm">{how}</p>
      <Button variant="primary" className="mt-3" onClick={onAccept}>
        Accept key
      </Button>
    </section>
  );
}

function ChangedKey({ seen, how, onAccept }: KeyQuestionProps) {
  return (
    <section
      role="alert"
      aria-label="Changed host key"
      className="rounded-md border border-danger/40 bg-danger/8 px-4 py-3"
    >
      <h4 className="flex items-center gap-2 font-semibold">
        <ShieldAlert aria-hidden className="size-4 shrink-0 text-danger" />
        The key of {seen.hop} has changed
      </h4>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)] sm:items-baseline">
        <dt className="text-muted">Accepted</dt>
        <dd>
          <Fingerprint what="accepted" text={seen.acceptedFingerprint ?? ""} />
        </dd>
        <dt className="text-muted">Shown now</dt>
        <dd>
          <Fingerprint what="new" text={seen.fingerprint} />
        </dd>
        <dt className="text-muted">Key type</dt>
        <dd className="font-mono text-sm">{seen.type}</dd>
      </dl>
      <p className="wrap-anywhere mt-1 text-sm">{how}</p>
      <Button variant="danger" className="mt-3" onClick={onAccept}>
        Accept the new key
      </Button>
    </section>
  );
}
