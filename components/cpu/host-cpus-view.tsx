"use client";

import { formatBytes, formatNumber } from "@/components/formats/numbers";
import { classNames } from "@/components/ui/class-names";
import type { CpuCore, HostCpus } from "@/server/host/cpu-topology.schema";
import { coreGroups } from "./core-groups";

export interface HostCpusViewProps {
  host: HostCpus;
  /** CPUs of what is being pinned. */
  pinned: readonly number[];
  /** The names of all that is pinned to a CPU. */
  usersOf(thread: number): string[];
  onToggle(thread: number): void;
}

/** The host's CPUs as they are built: NUMA nodes, the cores that share a cache, threads. */
export function HostCpusView({ host, ...threads }: HostCpusViewProps) {
  return (
    <div className="flex flex-col gap-3">
      {host.nodes.map((node) => (
        <section
          key={node.id}
          aria-label={`NUMA node ${node.id}`}
          className="rounded-lg border border-border"
        >
          <h3 className="border-border border-b px-3 py-1.5 text-sm">
            <span className="font-medium">NUMA node {node.id}</span>{" "}
            <span className="text-muted">
              {node.memoryBytes === null ? "" : formatBytes(node.memoryBytes)}
            </span>
          </h3>
          <div className="flex flex-wrap gap-2 p-2">
            {coreGroups(node.cores, host.caches).map(({ cache, cores }) => (
              <div key={cores[0]?.threads[0]} className="rounded-md bg-inset p-1.5">
                {cache === null ? null : (
                  <p className="px-0.5 pb-1 text-muted text-xs">
                    L{cache.level} cache, {formatBytes(cache.bytes)}
                  </p>
                )}
                <div className="flex flex-wrap gap-1.5">
                  {cores.map((core) => (
                    <CoreView key={core.threads[0]} core={core} isolated={host.isolated} {...threads} />
                  ))}
                </div>
              </div>
            ))}
          </div>
        </section>
      ))}
      <p className="text-muted text-xs">
        Threads in one box share a core.
        {host.isolated.length === 0 ? "" : " Dashed: isolated (isolcpus)."}
      </p>
    </div>
  );
}

interface CoreViewProps extends Omit<HostCpusViewProps, "host"> {
  core: CpuCore;
  isolated: readonly number[];
}

function CoreView({ core, isolated, pinned, usersOf, onToggle }: CoreViewProps) {
  const speed = core.maximumHertz === null ? "" : `, up to ${formatNumber(core.maximumHertz / 1e9, 1)} GHz`;
  return (
    <div
      title={`Core ${core.id}${speed}`}
      className="flex gap-0.5 rounded-md border border-border bg-surface p-0.5"
    >
      {core.threads.map((thread) => {
        const users = usersOf(thread);
        const on = pinned.includes(thread);
        const alone = isolated.includes(thread);
        return (
          <button
            key={thread}
            type="button"
            aria-pressed={on}
            aria-label={`CPU ${thread}${alone ? ", isolated" : ""}${users.length === 0 ? "" : `: ${users.join(", ")}`}`}
            title={users.join(", ")}
            onClick={() => onToggle(thread)}
            className={classNames(
              "flex h-9 min-w-9 flex-col items-center justify-center rounded-sm border px-1 text-xs tabular-nums leading-4",
              alone ? "border-dashed" : "border-solid",
              on
                ? "border-accent bg-accent text-accent-foreground"
                : "border-border-strong/40 hover:bg-foreground/6",
            )}
          >
            <span className="font-medium">{thread}</span>
            <span className={on ? "" : "text-muted"}>{markOf(users)}</span>
          </button>
        );
      })}
    </div>
  );
}

/** What fits under a CPU's number: "v0", "Q", "v0+1". */
function markOf([first, ...others]: readonly string[]): string {
  if (first === undefined) return "·";
  const short = first.replace("vCPU ", "v").replace("I/O thread ", "io").replace("QEMU", "Q");
  return others.length === 0 ? short : `${short}+${others.length}`;
}
