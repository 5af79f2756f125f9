"use client";

import { Undo2 } from "lucide-react";
import { useState } from "react";
import { trpc } from "@/components/data/client";
import { useRights } from "@/components/data/use-rights";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import { Button } from "@/components/ui/button";
import { ReasonButton } from "@/components/ui/reason-button";
import type { HugePagePool } from "@/server/host/huge-pages/huge-pages.schema";
import type { HugePagesState } from "@/server/work/huge-pages/see-huge-pages";
import { NodeBar } from "./node-bar";
import { nodePages, poolKey, wishedPools } from "./page-pools";
import { PoolField } from "./pool-field";

interface HugePagesFormProps {
  hostId: string;
  state: HugePagesState;
  /** What the kernel gave of what was asked for last, a line each; null of nothing. */
  report: string | null;
  /** As they were before the last change that was asked for here. */
  before: readonly HugePagePool[];
  onAsk(request: PlanRequest): void;
}

/** Each memory node as a bar, with how many pages of each size it is to have. */
export function HugePagesForm({ hostId, state, report, before, onAsk }: HugePagesFormProps) {
  const [typed, setTyped] = useState<ReadonlyMap<string, number>>(new Map());
  const mayNot = useRights({ kind: "boot", hostId })("prepare.planHugePages");
  const wished = wishedPools(state.pools, typed);
  const earlier = new Map(before.map((pool) => [poolKey(pool), pool.total]));
  const putBack = wishedPools(state.pools, earlier) ?? [];
  const nothing =
    wished === null ? "That is no number of pages" : wished.length === 0 ? "Nothing is changed yet" : null;
  return (
    <form
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (wished !== null && wished.length > 0) onAsk(pagesRequest(hostId, wished));
      }}
    >
      {nodePages(state).map((node) => (
        <div key={node.node} className="flex flex-col gap-3">
          <NodeBar {...node} />
          <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
            {node.pools.map((pool) => (
              <PoolField
                key={pool.pageBytes}
                hostId={hostId}
                pool={pool}
                uses={state.uses}
                value={typed.get(poolKey(pool)) ?? pool.total}
                onChange={(count) => setTyped(new Map([...typed, [poolKey(pool), count]]))}
              />
            ))}
          </div>
        </div>
      ))}
      <LastReport report={report} />
      <p className="text-muted text-sm">
        They are there at once, and until the host restarts. For every start, choose them below.
        {state.unable === null ? "" : ` ${state.unable}`}
      </p>
      <div className="flex flex-wrap gap-2">
        <ReasonButton type="submit" reason={mayNot ?? nothing}>
          Show the plan
        </ReasonButton>
        {putBack.length === 0 ? null : (
          <Button onClick={() => onAsk(pagesRequest(hostId, putBack))}>
            <Undo2 aria-hidden />
            As before…
          </Button>
        )}
      </div>
    </form>
  );
}

/** Its lines are a list in Markdown. */
function LastReport({ report }: { report: string | null }) {
  if (report === null) return null;
  return (
    <section aria-label="What the kernel gave last" className="text-sm">
      <h3 className="font-medium">What the kernel gave last</h3>
      <ul>
        {report.split("\n").map((line) => (
          <li key={line} className="wrap-anywhere">
            {line.replace(/^- /, "")}
          </li>
        ))}
      </ul>
    </section>
  );
}

function pagesRequest(
  hostId: string,
  pools: { node: number | null; pageBytes: number; count: number }[],
): PlanRequest {
  return {
    title: "Set huge pages now",
    label: "Set",
    right: { act: "prepare.setHugePages", objects: [{ kind: "boot", hostId }] },
    load: () => trpc.prepare.planHugePages.query({ hostId, pools }),
    run: (fingerprint) => trpc.prepare.setHugePages.mutate({ hostId, pools, fingerprint }),
  };
}
