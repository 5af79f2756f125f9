"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { NetworkSummary } from "@/server/network/network.schema";
import { CodeText } from "../code-text";
import { useAnswer } from "../use-answer";

/** The network as libvirt has it, fetched when it is opened. */
export function XmlCard({ hostId, network }: { hostId: string; network: NetworkSummary }) {
  const [open, setOpen] = useState(false);
  // Another summary is another XML.
  const key = open ? `${hostId} ${JSON.stringify(network)}` : null;
  const { data, problem } = useAnswer(key, () => trpc.network.xml.query({ hostId, uuid: network.uuid }));
  return (
    <Card className="lg:col-span-2">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="cursor-pointer px-4 py-2.5 font-semibold">XML</summary>
        <div className="px-4 pb-4">
          {problem === null ? null : <p className="text-danger">{problem}</p>}
          {data == null && problem === null ? <Skeleton className="h-40" /> : null}
          {data == null ? null : <CodeText text={data.xml.trimEnd()} what="XML" />}
        </div>
      </details>
    </Card>
  );
}
