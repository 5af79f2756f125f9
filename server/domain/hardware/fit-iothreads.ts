import type { Document, Element } from "@xmldom/xmldom";
import { readCpuSet } from "../../units/cpu-set.schema";
import { readNumber } from "../../units/read-number";
import { attributeOf, childOf, childrenOf } from "../../xml/xml";
import { changes, type ValueChange } from "../devices/device-edits";
import { domainOf } from "../edit/domain-root";
import { partWords } from "../fields/part";
import { dropPart } from "../fields/values";

/**
 * With I/O threads that a machine no longer has go their pins, their scheduling and their own numbers
 * (https://libvirt.org/formatdomain.html#iothreads-allocation). What they serve is not theirs: that is refused.
 */
export function fitIothreads(document: Document, change: ValueChange): string[] {
  if (!changes(change, "iothreads")) return [];
  const count = Number(change.to.iothreads ?? 0);
  const domain = domainOf(document);
  const named = childrenOf(childOf(domain, "iothreadids"), "iothread");
  const kept = numbersOf(named.slice(0, count), count);
  const tuned = childrenOf(childOf(domain, "cputune")).filter(
    (element) => threadsOf(element)?.some((thread) => !kept.has(thread)) ?? false,
  );
  const gone = [...named.slice(count), ...tuned];
  for (const element of gone) dropPart(domain, { element, attribute: null });
  return gone.map((element) => partWords({ element, attribute: null }));
}

/** libvirt numbers threads that have no number of their own from 1 on. */
function numbersOf(named: readonly Element[], count: number): ReadonlySet<number> {
  const numbers = new Set(named.flatMap((element) => readNumber(attributeOf(element, "id") ?? "") ?? []));
  for (let number = 1; numbers.size < count; number += 1) numbers.add(number);
  return numbers;
}

/** The I/O threads that a tuning is about; null where it is about something else. */
function threadsOf(element: Element): readonly number[] | null {
  if (element.nodeName === "iothreadpin") return readCpuSet(attributeOf(element, "iothread") ?? "");
  return element.nodeName === "iothreadsched" ? readCpuSet(attributeOf(element, "iothreads") ?? "") : null;
}
