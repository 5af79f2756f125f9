import { choice, presence, size, text, type Values } from "../../fields/field.schema";
import type { Section } from "../section.schema";

const mebibyte = 2 ** 20;
const most = 2 ** 50;

export const memory: Section = {
  id: "memory",
  title: "Memory",
  note: "Size, and how the host backs it.",
  icon: "memory",
  fields: [
    size("memory", "Memory (maximum)", "memory", [mebibyte, most], { required: true }),
    size("current", "Current memory", "currentMemory", [mebibyte, most], {
      live: true,
      note: "The balloon can raise it up to the maximum. Empty: all.",
    }),
    {
      name: "hugepages",
      label: "Huge pages",
      at: "memoryBacking/hugepages!",
      input: {
        kind: "choice",
        choices: [
          ["default", "the host's default size"],
          ["2097152", "2 MiB"],
          ["1073741824", "1 GiB"],
        ],
      },
      note: "The host needs enough free huge pages when the VM starts.",
    },
    presence("locked", "Lock memory (never swapped)", "memoryBacking/locked", {
      note: "Memory of VMs with host PCI devices is always locked.",
    }),
    choice(
      "source",
      "Memory source",
      "memoryBacking/source@type",
      [
        ["memfd", "memfd"],
        ["file", "file"],
        ["anonymous", "anonymous"],
      ],
      { rare: true },
    ),
    choice(
      "access",
      "Memory access",
      "memoryBacking/access@mode",
      [
        ["shared", "shared: needed by virtiofs"],
        ["private", "private"],
      ],
      { rare: true },
    ),
    choice(
      "allocation",
      "Memory allocation",
      "memoryBacking/allocation@mode",
      [
        ["immediate", "all when the VM starts"],
        ["ondemand", "on demand"],
      ],
      { rare: true, owns: ["memoryBacking/allocation@threads"] },
    ),
    presence("unmerged", "No page sharing (KSM)", "memoryBacking/nosharepages", { rare: true }),
    choice("numaMode", "NUMA memory mode", "numatune/memory@mode", [
      ["strict", "strict: these nodes only"],
      ["preferred", "preferred: this node if possible"],
      ["interleave", "interleave: across these nodes"],
    ]),
    text("numaNodes", "Host NUMA nodes", "numatune/memory@nodeset", {
      when: { field: "numaMode", is: ["strict", "preferred", "interleave"] },
      pattern: /^\d{1,4}(-\d{1,4})?(,\d{1,4}(-\d{1,4})?)*$/,
      problem: "Write nodes as in 0 or 0-1.",
    }),
  ],
  check: memoryProblem,
};

function memoryProblem({ memory: all, current, hugepages, source, allocation }: Values): string | null {
  if (current != null && Number(current) > Number(all))
    return "Current memory: it can't start with more memory than it has.";
  if (hugepages == null) return null;
  if (source === "anonymous")
    return "Memory source: anonymous memory has no huge pages. Choose memfd or file.";
  if (allocation === "ondemand") return "Memory allocation: huge pages are allocated at once, not on demand.";
  // Not where nodes have pages of their own, or the host's usual ones.
  const bytes = Number(hugepages);
  return Number.isNaN(bytes) || Number(all) % bytes === 0
    ? null
    : "Huge pages: the memory has to be a whole number of huge pages.";
}
