"use client";

import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { trpc } from "@/components/data/client";
import { useSettled } from "@/components/ui/use-settled";
import type { CreateNetworkRequest } from "@/server/network/network-request.schema";
import { CodeText } from "../code-text";
import { useAnswer } from "../use-answer";

const pause = 300;

/** What stands against a new network, what it brings about, and the XML that libvirt gets. */
export function NetworkPreview({
  hostId,
  request,
}: {
  hostId: string;
  request: CreateNetworkRequest | null;
}) {
  const settled = useSettled(request, pause);
  const key = settled === null ? null : JSON.stringify([hostId, settled]);
  const { data } = useAnswer(key, async () =>
    settled === null ? undefined : trpc.network.preview.query({ hostId, network: settled }),
  );
  // While a change is looked at, what was last said stays, and opened XML stays open.
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  if (last === undefined || request === null) return null;
  return (
    <>
      <div role="status">
        <ul className="flex flex-col gap-1.5">
          {last.problems.map((text) => (
            <li key={text} className="wrap-anywhere flex gap-1.5 text-danger">
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {text}
            </li>
          ))}
          {last.warnings.map((text) => (
            <li key={text} className="wrap-anywhere text-muted text-sm">
              {text}
            </li>
          ))}
        </ul>
      </div>
      <details>
        <summary className="min-h-6 cursor-pointer font-medium">XML</summary>
        <div className="mt-1">
          <CodeText text={last.xml} what="XML" />
        </div>
      </details>
    </>
  );
}
