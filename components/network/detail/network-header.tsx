"use client";

import { ChevronDown } from "lucide-react";
import { buttonClasses } from "@/components/ui/button";
import { Breadcrumb } from "@/components/ui/detail-page";
import { PageHeader } from "@/components/ui/page-header";
import type { NetworkSummary } from "@/server/network/network.schema";
import { NetworkMenu } from "../list/network-menu";
import { NetworkState } from "../network-state";
import { kindWords } from "../network-words";

/** A network's name, whether it is on, where it leads, and what can be done to it. */
export function NetworkHeader({ hostId, network }: { hostId: string; network: NetworkSummary }) {
  const kind = kindWords(network);
  return (
    <>
      <Breadcrumb href="/networks" list="Networks" />
      <PageHeader
        title={network.name}
        description={
          <span className="flex flex-wrap items-center gap-x-3">
            <span role="status">
              <NetworkState active={network.active} />
            </span>
            <span>
              {kind.label}. {kind.meaning}
            </span>
          </span>
        }
        actions={
          <NetworkMenu hostId={hostId} network={network} className={buttonClasses()}>
            Network
            <ChevronDown aria-hidden />
          </NetworkMenu>
        }
      />
    </>
  );
}
