"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { KeyList } from "./key-list";

const CreateKeyDialog = lazy(() => import("./create-key-dialog"));

/** One's own API keys: by which programs do what one may oneself, or less. */
export function ApiKeysCard() {
  const reading = useQuery(api.account.keys.queryOptions());
  const again = () => void reading.refetch();
  const revoke = useAction(api.account.revokeKey.mutationOptions(), again);
  const [creating, setCreating] = useState(false);
  return (
    <Card aria-labelledby="keys-title">
      <CardHeader
        title="API keys"
        id="keys-title"
        aside={
          <Button size="sm" onClick={() => setCreating(true)}>
            Create key…
          </Button>
        }
      />
      <div className="px-4 py-2">
        <p className="text-muted text-sm">
          Programs send one in the header <code className="font-mono">Authorization: Bearer KEY</code>. A key
          never may more than you, and ends with your account.{" "}
          <Link href="/account/api" className="text-accent underline">
            REST API
          </Link>
        </p>
        <Loaded reading={reading} what="your API keys">
          {(keys) => (
            <KeyList keys={keys} busy={revoke.busy} onRevoke={({ id }) => revoke.run({ keyId: id })} />
          )}
        </Loaded>
        <p role="alert" className="text-danger empty:hidden">
          {revoke.problem}
        </p>
      </div>
      <Suspense>
        {creating ? (
          <CreateKeyDialog
            onClose={() => {
              setCreating(false);
              again();
            }}
          />
        ) : null}
      </Suspense>
    </Card>
  );
}
