import type { Document } from "@xmldom/xmldom";
import { writeChoices } from "../allowance/write-choices";
import type { Patterns } from "../changes/grammar/read-grammar";
import { domainOf } from "../edit/domain-root";
import { setMemory } from "../edit/memory";
import { setVcpus } from "../edit/vcpus";
import type { Field, Values } from "../fields/field.schema";
import { fitCpu } from "./fit-cpu";
import { fitFirmware } from "./fit-firmware";
import { fitIothreads } from "./fit-iothreads";
import { fitMachine } from "./fit-machine";

/**
 * Changes fields of the machine itself; vCPUs and memory reach into other parts, which are made to fit.
 * @returns what goes with the old values, in words.
 */
export function changeMachine(
  document: Document,
  fields: readonly Field[],
  { now, to }: { now: Values; to: Values },
  patterns: Patterns | null,
): string[] {
  const changed = (name: string) => (to[name] === now[name] ? null : (to[name] ?? null));
  const [vcpus, memory] = [changed("vcpus"), changed("memory")];
  if (vcpus !== null) setVcpus(document, Number(vcpus));
  if (memory !== null) setMemory(document, BigInt(memory));
  // Both have all of it there from the start; where only a part was, it stays that part.
  const most = vcpus ?? memory;
  const partly = Number(now.current) < Math.min(Number(now.vcpus ?? now.memory ?? 1), Number(most));
  const current = most !== null && now.current != null && partly ? { current: now.current } : {};
  const rest = { ...current, ...without(to, ["vcpus", "memory"]) };
  return writeChoices({ element: domainOf(document), fields, now, to: rest, patterns }, () => [
    ...fitFirmware(document, to),
    ...fitCpu(document, { now, to }),
    ...fitMachine(document, { now, to }),
    ...fitIothreads(document, { now, to }),
  ]);
}

function without(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
