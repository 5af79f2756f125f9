import { choice, presence, size, text, type Values } from "../field.schema";
import type { Section } from "../section.schema";

const mebibyte = 2 ** 20;
const most = 2 ** 50;

export const memory: Section = {
  id: "memory",
  title: "Memory",
  note: "How much, and how the host provides it.",
  fields: [
    size("memory", "Memory", "memory", [mebibyte, most], { required: true }),
    size("current", "Of this at the start", "currentMemory", [mebibyte, most], {
      live: true,
      note: "The balloon gives it more, up to all. Left out: all.",
    }),
    {
      name: "hugepages",
      label: "Huge pages",
      at: "memoryBacking/hugepages!",
      input: {
        kind: "choice",
        choices: [
          ["default", "of the host's usual size"],
          ["2097152", "of 2 MiB"],
          ["1073741824", "of 1 GiB"],
        ],
      },
      note: "The host needs that many free ones when the VM starts.",
    },
    presence("locked", "Never swapped out", "memoryBacking/locked", {
      note: "Memory of VMs with PCI devices of the host is so anyway.",
    }),
    choice(
      "source",
      "Kept in",
      "memoryBacking/source@type",
      [
        ["memfd", "memory that can be shared (memfd)"],
        ["file", "a file"],
        ["anonymous", "the process's own"],
      ],
      { rare: true },
    ),
    choice(
      "access",
      "Seen by other programs",
      "memoryBacking/access@mode",
      [
        ["shared", "yes, as virtiofs needs"],
        ["private", "no"],
      ],
      { rare: true },
    ),
    presence("unmerged", "Never merged with that of other VMs", "memoryBacking/nosharepages", { rare: true }),
    choice("numaMode", "From NUMA nodes of the host", "numatune/memory@mode", [
      ["strict", "of these only"],
      ["preferred", "of this if possible"],
      ["interleave", "of these in turn"],
    ]),
    text("numaNodes", "Nodes", "numatune/memory@nodeset", {
      when: { field: "numaMode", is: ["strict", "preferred", "interleave"] },
      pattern: /^\d{1,4}(-\d{1,4})?(,\d{1,4}(-\d{1,4})?)*$/,
      problem: "Nodes are written as in 0 or 0-1.",
    }),
  ],
  check: memoryProblem,
};

function memoryProblem({ memory: all, current, hugepages }: Values): string | null {
  if (current != null && Number(current) > Number(all)) return "It can't start with more memory than it has.";
  if (hugepages == null || hugepages === "default") return null;
  return Number(all) % Number(hugepages) === 0 ? null : "The memory has to be a whole number of huge pages.";
}
