import type { Document } from "@xmldom/xmldom";
import { childOf, textOf } from "../../xml/xml";
import type { Section } from "./section.schema";
import { pinning } from "./sections/pinning.schema";
import { sections } from "./sections.schema";

const mostShown = 512;

/** The parts of a machine, with the table of its pins, which is as long as it has vCPUs and I/O threads. */
export function sectionsOf(document: Document): Section[] {
  const { vcpus, iothreads } = threadsOf(document);
  return [...sections, pinning(vcpus, iothreads)];
}

/** How many vCPUs and I/O threads a machine has. */
export function threadsOf(document: Document): { vcpus: number; iothreads: number } {
  const count = (name: string, otherwise: string) =>
    Math.min(mostShown, Number(textOf(childOf(document.documentElement, name)) ?? otherwise));
  return { vcpus: count("vcpu", "1"), iothreads: count("iothreads", "0") };
}
