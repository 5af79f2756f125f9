"use client";

import { useState } from "react";
import { Loaded } from "@/components/data/loaded";
import { Card, CardHeader } from "@/components/ui/card";
import { TextField } from "@/components/ui/form/text-field";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { OperationItem } from "./operation-item";
import { byTag, restRoot } from "./operations";
import { useOperations } from "./use-operations";

/** All ways of the REST API, to read and to try. */
export function RestPage() {
  const reading = useOperations();
  const [key, setKey] = useState("");
  return (
    <>
      <PageHeader
        title="REST API"
        description={
          <>
            Made for programs: OpenAPI 3.1 at{" "}
            <a className="font-mono underline" href={`${restRoot}/openapi.json`}>
              {restRoot}/openapi.json
            </a>
            . Keys are made in <Link href="/account">My account</Link>.
          </>
        }
      />
      <div className="flex max-w-4xl flex-col gap-5">
        <TextField
          label="API key to try with"
          type="password"
          autoComplete="off"
          className="max-w-md"
          note="Without one, your own session is used. It stays on this page."
          value={key}
          onChange={setKey}
        />
        <Loaded reading={reading} what="the REST API">
          {(operations) =>
            [...byTag(operations)].map(([tag, own]) => (
              <Card key={tag} aria-labelledby={`rest-${tag}`}>
                <CardHeader title={tag} id={`rest-${tag}`} />
                <ul className="divide-y divide-border">
                  {own.map((operation) => (
                    <OperationItem key={operation.operationId} operation={operation} apiKey={key} />
                  ))}
                </ul>
              </Card>
            ))
          }
        </Loaded>
      </div>
    </>
  );
}
