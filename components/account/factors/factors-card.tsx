"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { formatTime } from "@/components/formats/times";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import type { Factors } from "@/server/access/factors/factors.schema";
import type { FactorDialogName, FactorQuestion } from "./factor-dialog";
import { FactorRow } from "./factor-row";
import { PasskeyRows } from "./passkey-rows";

const dialogs = {
  setUp: lazy(() => import("./totp-dialog")),
  remove: lazy(() => import("./remove-totp-dialog")),
  codes: lazy(() => import("./new-codes-dialog")),
  passkey: lazy(() => import("./passkey-dialog")),
} satisfies Record<FactorDialogName, unknown>;
const RemovePasskeyDialog = lazy(() => import("./remove-passkey-dialog"));

/** What one has beside one's password, and how it is set up. */
export function FactorsCard() {
  const reading = useQuery(api.account.factors.queryOptions());
  const [asked, setAsked] = useState<FactorQuestion | null>(null);
  const acts = { onChange: () => void reading.refetch(), onClose: () => setAsked(null) };
  const Asked = typeof asked === "string" ? dialogs[asked] : null;
  return (
    <Card aria-labelledby="factors-title">
      <CardHeader title="Two-factor authentication" id="factors-title" />
      <div className="px-4 py-1">
        <Loaded reading={reading} what="your second factors">
          {(factors) => <FactorList factors={factors} onAsk={setAsked} />}
        </Loaded>
      </div>
      <Suspense>
        {Asked === null ? null : <Asked {...acts} />}
        {asked === null || typeof asked === "string" ? null : (
          <RemovePasskeyDialog passkey={asked.removed} {...acts} />
        )}
      </Suspense>
    </Card>
  );
}

interface FactorListProps {
  factors: Factors;
  onAsk(question: FactorQuestion): void;
}

function FactorList({ factors, onAsk }: FactorListProps) {
  const { totpSince, passkeys, recoveryCodes } = factors;
  return (
    <ul className="divide-y divide-border">
      <FactorRow
        name="Authenticator app (TOTP)"
        state={totpSince === null ? <Badge>Off</Badge> : <Badge tone="success">On</Badge>}
        note={
          totpSince === null
            ? "A code from an app on your phone is asked for after the password."
            : `Since ${formatTime(totpSince)}. A code is asked for after the password.`
        }
      >
        {totpSince === null ? (
          <Button size="sm" onClick={() => onAsk("setUp")}>
            Set up…
          </Button>
        ) : (
          <Button size="sm" onClick={() => onAsk("remove")}>
            Remove…
          </Button>
        )}
      </FactorRow>
      <PasskeyRows passkeys={passkeys} onAsk={onAsk} />
      {totpSince === null && passkeys.length === 0 ? null : (
        <FactorRow
          name="Recovery codes"
          state={<Badge tone={recoveryCodes < 3 ? "warning" : "neutral"}>{recoveryCodes} of 10 left</Badge>}
          note="Each signs you in once, after the password, where the rest is lost. Without any, an administrator has to reset you."
        >
          <Button size="sm" onClick={() => onAsk("codes")}>
            Make new ones…
          </Button>
        </FactorRow>
      )}
    </ul>
  );
}
