"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import { Card } from "@/components/ui/card";
import { CodeText } from "@/components/ui/code-text";
import { Skeleton } from "@/components/ui/skeleton";
import type { NetworkSummary } from "@/server/network/network.schema";

/** The network as libvirt has it, fetched when it is opened. */
export function XmlCard({ hostId, network }: { hostId: string; network: NetworkSummary }) {
  const [open, setOpen] = useState(false);
  const xml = useQuery(api.network.xml.queryOptions(open ? { hostId, uuid: network.uuid } : skipToken));
  // Another summary is another XML.
  useRefetchOn(JSON.stringify(network), xml);
  return (
    <Card className="lg:col-span-2">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="cursor-pointer px-4 py-2.5 font-semibold">XML</summary>
        <div className="px-4 pb-4">
          <Loaded reading={xml} what="the XML" skeleton={<Skeleton className="h-40" />}>
            {(told) =>
              told === null ? (
                <p className="text-muted">The network was deleted.</p>
              ) : (
                <CodeText text={told.xml.trimEnd()} what="XML" />
              )
            }
          </Loaded>
        </div>
      </details>
    </Card>
  );
}
