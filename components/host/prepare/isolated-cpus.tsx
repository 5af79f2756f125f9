"use client";

import { useQuery } from "@tanstack/react-query";
import { cpuSetOf, cpusIn } from "@/components/cpu/cpu-set";
import { HostCpusView } from "@/components/cpu/host-cpus-view";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { TextField } from "@/components/ui/form/text-field";
import { Skeleton } from "@/components/ui/skeleton";
import type { HostCpus } from "@/server/host/cpu-topology.schema";

interface IsolatedCpusProps {
  hostId: string;
  /** "2-7"; "" as it is. */
  isolated: string;
  onChange(isolated: string): void;
}

/** Which CPUs the host's own work stays off, written or chosen in a picture of them. */
export function IsolatedCpus({ hostId, isolated, onChange }: IsolatedCpusProps) {
  const choices = useQuery(api.create.choices.queryOptions({ hostId }));
  const chosen = cpusIn(isolated);
  const toggle = (cpu: number, kept: readonly number[]) =>
    kept.includes(cpu)
      ? undefined
      : onChange(cpuSetOf(chosen.includes(cpu) ? chosen.filter((one) => one !== cpu) : [...chosen, cpu]));
  return (
    <>
      <TextField
        label="CPUs for VMs alone"
        mono
        placeholder="2-7"
        value={isolated}
        note="The host’s own work, its timer and its callbacks stay off them (isolcpus, nohz_full, rcu_nocbs). Leave it CPU 0 with its sibling. Empty: as it is."
        onChange={onChange}
      />
      <Loaded reading={choices} what="the host’s CPUs" skeleton={<Skeleton className="h-24" />}>
        {({ cpus }) =>
          cpus === null ? null : (
            <HostCpusView
              host={cpus}
              pinned={chosen}
              usersOf={(cpu) => (ownCpus(cpus).includes(cpu) ? ["Host"] : [])}
              onToggle={(cpu) => toggle(cpu, ownCpus(cpus))}
            />
          )
        }
      </Loaded>
    </>
  );
}

/** The first CPU with its siblings: the kernel starts on it, and drops a list that leaves it none. */
function ownCpus({ nodes }: HostCpus): readonly number[] {
  return nodes.flatMap(({ cores }) => cores).find(({ threads }) => threads.includes(0))?.threads ?? [0];
}
