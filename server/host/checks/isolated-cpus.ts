import { cpuSetText, readCpuSet } from "../../units/cpu-set.schema";
import type { CheckSources } from "./check-sources";
import { onCommandLine, parametersNamed, wordOf } from "./evidence";
import { further } from "./further-files";
import { type Finding, type HostCheck, passed } from "./host-check";
import { notRead } from "./not-read";

/** Whether the kernel keeps the CPUs free for VMs that its line asks it to. */
export const isolatedCpus: HostCheck = {
  id: "isolated-cpus",
  group: "processor",
  title: "Isolated CPUs",
  why: "The host's own work stays off these CPUs, so that VMs which are pinned to them are not held up.",
  look: cpusIsolated,
};

function cpusIsolated(sources: CheckSources): Finding {
  const { first } = sources.further;
  const asked = parametersNamed(sources, "isolcpus", "nohz_full", "rcu_nocbs");
  const isolated = first.text(further.isolatedCpus)?.trim() ?? null;
  if (isolated === null) return notRead(first, further.isolatedCpus);
  const evidence = [
    ...onCommandLine(asked),
    ...wordOf(further.isolatedCpus, isolated === "" ? "(none)" : isolated),
  ];
  const wanted = asked.findLast(({ name }) => name === "isolcpus");
  if (wanted === undefined) {
    const none = "None: Passdeck pins VMs to CPUs by themselves, without keeping the host off them.";
    return passed(isolated === "" ? none : `The kernel isolates ${isolated}.`, evidence);
  }
  const [all, found] = [readCpuSet(first.word(further.onlineCpus) ?? ""), readCpuSet(isolated) ?? []];
  const numbers = cpusOf(wanted.value, all);
  if (numbers === null || cpuSetText(numbers) === cpuSetText(found)) {
    return passed(`The kernel isolates ${isolated || "none"}.`, evidence);
  }
  return {
    status: "warn",
    detail: `The kernel command line asks for ${wanted.value}, and the kernel isolates ${isolated || "none"}.`,
    fix: "Leave the host at least CPU 0 with its sibling: the kernel drops a list that leaves it none, and CPUs that are not there.",
    evidence,
  };
}

/** "managed_irq,domain,2-7,N" (kernel-parameters.rst); null where it can't be told. */
function cpusOf(value: string, online: readonly number[] | null): number[] | null {
  const last = online?.at(-1);
  const parts = value.split(",").filter((part) => !/^(nohz|domain|managed_irq)$/.test(part));
  return readCpuSet(parts.join(",").replaceAll("N", last === undefined ? "N" : `${last}`));
}
