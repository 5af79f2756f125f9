"use client";

import { useWhyNoPasskeys } from "@/components/data/passkeys";
import { formatAgo, formatTime } from "@/components/formats/times";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/use-now";
import type { Factors } from "@/server/access/factors/factors.schema";
import type { FactorQuestion } from "./factor-dialog";
import { FactorRow } from "./factor-row";

export interface PasskeyRowsProps {
  passkeys: Factors["passkeys"];
  onAsk(question: FactorQuestion): void;
}

/** One's passkeys, each with its use, and the way to another one. */
export function PasskeyRows({ passkeys, onAsk }: PasskeyRowsProps) {
  const whyNot = useWhyNoPasskeys();
  const now = useNow(30);
  return (
    <>
      <FactorRow
        name="Passkeys"
        state={passkeys.length === 0 ? <Badge>None</Badge> : null}
        note={whyNot ?? "Your device, or a security key, signs you in without a password, or after it."}
      >
        {whyNot === null ? (
          <Button size="sm" onClick={() => onAsk("passkey")}>
            Add…
          </Button>
        ) : null}
      </FactorRow>
      {passkeys.map((passkey) => {
        const { id, name, hostName, createdAt, lastUsedAt } = passkey;
        const use = lastUsedAt === null ? "not used yet" : `last used ${formatAgo(lastUsedAt, now)}`;
        return (
          <FactorRow
            key={id}
            name={name}
            note={`Passkey for ${hostName}. Added ${formatTime(createdAt, now)}, ${use}`}
          >
            <Button size="sm" aria-label={`Remove: ${name}`} onClick={() => onAsk({ removed: passkey })}>
              Remove…
            </Button>
          </FactorRow>
        );
      })}
    </>
  );
}
