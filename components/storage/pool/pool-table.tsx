"use client";

import { Ellipsis } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { cell, menuButton } from "@/components/ui/table-classes";
import { TableHead } from "@/components/ui/table-head";
import { UnreadableBadge } from "@/components/ui/unreadable";
import type { PoolSummary } from "@/server/storage/pool.schema";
import { poolPath } from "../storage-paths";
import { FillBar } from "./fill-bar";
import { isOpen, poolTypeWord } from "./pool-look";
import { PoolMenu } from "./pool-menu";
import { PoolState } from "./pool-state";

/** The pools of a host with what each holds. */
export function PoolTable({ hostId, pools }: { hostId: string; pools: readonly PoolSummary[] }) {
  return (
    <Card className="@container">
      <table className="w-full">
        <caption className="sr-only">Storage pools</caption>
        <TableHead columns={["Name", "State", "Space"]} classes={{ Space: "w-2/5" }} hasMenus />
        <tbody className="divide-y divide-border">
          {pools.map((pool) => (
            <PoolRow key={pool.id} hostId={hostId} pool={pool} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function PoolRow({ hostId, pool }: { hostId: string; pool: PoolSummary }) {
  const space = isOpen(pool) ? <FillBar pool={pool} /> : <span className="text-muted">–</span>;
  return (
    <tr className="hover:bg-foreground/3">
      <th scope="row" className={`${cell} text-left font-normal`}>
        <Link href={poolPath(hostId, pool.name)} className="wrap-anywhere font-medium hover:underline">
          {pool.name}
        </Link>
        {pool.unreadable === null ? (
          <p className="wrap-anywhere text-muted text-sm">
            {poolTypeWord(pool.type)} <PoolPlace pool={pool} />
          </p>
        ) : (
          <p>
            <UnreadableBadge problem={pool.unreadable.problem} />
          </p>
        )}
        <div className="mt-1.5 @min-[40rem]:hidden">
          <PoolState state={pool.state} />
          {isOpen(pool) ? <div className="mt-1.5">{space}</div> : null}
        </div>
      </th>
      <td className={`${cell} hidden @min-[40rem]:table-cell`}>
        <PoolState state={pool.state} />
        <p className="text-muted text-sm">{pool.autostart ? "starts with the host" : ""}</p>
      </td>
      <td className={`${cell} hidden @min-[40rem]:table-cell`}>{space}</td>
      <td className={`${cell} w-10 text-right`}>
        <PoolMenu hostId={hostId} pool={pool} label={`Actions for ${pool.name}`} className={menuButton}>
          <Ellipsis aria-hidden className="size-4" />
        </PoolMenu>
      </td>
    </tr>
  );
}

function PoolPlace({ pool: { path, source } }: { pool: PoolSummary }) {
  const place = [source, path].filter((part) => part !== null).join(" on ");
  return place === "" ? null : <span className="font-mono">{place}</span>;
}
