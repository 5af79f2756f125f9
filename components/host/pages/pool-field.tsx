import { vmPath } from "@/components/fleet/vm-key";
import { formatBytes } from "@/components/formats/numbers";
import { NumberField } from "@/components/ui/form/number-field";
import { Link } from "@/components/ui/link";
import type { HugePagePool } from "@/server/host/huge-pages/huge-pages.schema";
import type { HugePagesState } from "@/server/work/huge-pages/see-huge-pages";
import { usersOf } from "./page-pools";

interface PoolFieldProps {
  hostId: string;
  pool: HugePagePool;
  uses: HugePagesState["uses"];
  value: number;
  onChange(count: number): void;
}

/** How many pages of a size a node is to have, and which VMs use them. */
export function PoolField({ hostId, pool, uses, value, onChange }: PoolFieldProps) {
  const used = pool.free === null ? null : pool.total - pool.free;
  const users = used === 0 ? [] : usersOf(pool, uses);
  return (
    <div className="min-w-0">
      <NumberField
        label={`Pages of ${formatBytes(pool.pageBytes)}${pool.node === null ? "" : `, node ${pool.node}`}`}
        min={0}
        value={value}
        note={`Now ${pool.total}${pool.free === null ? "" : `, ${pool.free} free`}.`}
        onChange={onChange}
      />
      {users.length === 0 ? null : (
        <p className="wrap-anywhere text-sm">
          <span className="text-muted">
            {pool.node === null || users.every(({ nodes }) => nodes !== null)
              ? "Used by"
              : "Used, on any node, by"}
          </span>{" "}
          {users.map(({ vmId, name, bytes }, index) => (
            <span key={vmId}>
              {index === 0 ? "" : ", "}
              <Link href={vmPath({ hostId, id: vmId })} className="text-accent hover:underline">
                {name}
              </Link>{" "}
              <span className="text-muted">({formatBytes(bytes)})</span>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
