"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { api } from "@/components/data/api";
import type { ApiOutputs } from "@/components/data/client";
import { Loaded } from "@/components/data/loaded";
import { CodeText } from "@/components/ui/code-text";
import { Skeleton } from "@/components/ui/skeleton";
import { useSettled } from "@/components/ui/use-settled";
import type { CreateNetworkRequest } from "@/server/network/network-request.schema";

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
  const preview = useQuery(
    api.network.preview.queryOptions(settled === null ? skipToken : { hostId, network: settled }, {
      // While a change is looked at, what was last said stays, and opened XML stays open.
      placeholderData: keepPreviousData,
    }),
  );
  if (request === null || settled === null) return null;
  return (
    <Loaded reading={preview} what="the preview" skeleton={<Skeleton className="h-6" />}>
      {(told) => <Told preview={told} />}
    </Loaded>
  );
}

function Told({ preview: { problems, warnings, xml } }: { preview: ApiOutputs["network"]["preview"] }) {
  return (
    <>
      <div role="status">
        <ul className="flex flex-col gap-1.5">
          {problems.map((text) => (
            <li key={text} className="wrap-anywhere flex gap-1.5 text-danger">
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {text}
            </li>
          ))}
          {warnings.map((text) => (
            <li key={text} className="wrap-anywhere text-muted text-sm">
              {text}
            </li>
          ))}
        </ul>
      </div>
      <details>
        <summary className="min-h-6 cursor-pointer font-medium">XML</summary>
        <div className="mt-1">
          <CodeText text={xml} what="XML" />
        </div>
      </details>
    </>
  );
}
