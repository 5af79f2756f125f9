import type { ElementPlan } from "../../xml/build-xml";
import type { MemorySpecification } from "../specification/memory.schema";

const kibibyte = 1024;

/**
 * `<memory>`, `<memoryBacking>` and `<numatune>`.
 * @param shared Another process maps the guest's memory as well, as virtiofsd has to.
 */
export function memoryPlans(memory: MemorySpecification, shared: boolean): ElementPlan[] {
  const size = { name: "memory", attributes: { unit: "KiB" }, text: String(memory.bytes / kibibyte) };
  return [size, ...backingPlan(memory, shared), ...numaPlan(memory)];
}

function backingPlan({ hugepageBytes, locked }: MemorySpecification, shared: boolean): ElementPlan[] {
  const children: ElementPlan[] = [];
  if (hugepageBytes !== null) children.push({ name: "hugepages", children: [pagePlan(hugepageBytes)] });
  if (locked) children.push({ name: "locked" });
  if (shared) {
    children.push(
      { name: "source", attributes: { type: "memfd" } },
      { name: "access", attributes: { mode: "shared" } },
    );
  }
  return children.length === 0 ? [] : [{ name: "memoryBacking", children }];
}

function pagePlan(bytes: number): ElementPlan {
  return { name: "page", attributes: { size: String(bytes / kibibyte), unit: "KiB" } };
}

function numaPlan({ numa }: MemorySpecification): ElementPlan[] {
  if (numa === null) return [];
  const memory = { name: "memory", attributes: { mode: numa.mode, nodeset: numa.nodes } };
  return [{ name: "numatune", children: [memory] }];
}
