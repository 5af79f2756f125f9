"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmSummary } from "@/server/fleet/schema";
import { ReadOnlyXml } from "./read-only-xml";

/** What a VM runs with, asked for anew whenever the VM changes. */
export function RunningXml({ vm, hint, choice }: { vm: VmSummary; hint: string; choice?: ReactNode }) {
  const running = useQuery(api.vm.xml.queryOptions({ hostId: vm.hostId, vmId: vm.id }));
  useRefetchOn(vm, running);
  const skeleton = <Skeleton className="h-80" />;
  return (
    <Loaded reading={running} what="the definition" skeleton={skeleton}>
      {/* A VM that is gone has none; the page is about to be told of it. */}
      {(answer) =>
        answer === null ? skeleton : <ReadOnlyXml vm={vm} xml={answer.xml} hint={hint} choice={choice} />
      }
    </Loaded>
  );
}
