/** What a quota limits, in the order in which it is shown. Pages have it without the schemas. */
export const resources = ["vms", "vcpus", "memoryBytes", "diskBytes", "cards"] as const;
export type Resource = (typeof resources)[number];

/** What resources are called, as labels. */
export const resourceLabels: Readonly<Record<Resource, string>> = {
  vms: "VMs",
  vcpus: "vCPUs",
  memoryBytes: "Memory",
  diskBytes: "Disk",
  cards: "Passed-through devices",
};

const sizes = [
  ["GiB", 2 ** 30],
  ["MiB", 2 ** 20],
  ["KiB", 2 ** 10],
] as const;

/** How much of a resource, without its name: "4", "1.5 GiB" as "1536 MiB". Sizes are exact, as limits are. */
export function amountText(resource: Resource, amount: number): string {
  if (resource !== "memoryBytes" && resource !== "diskBytes") return String(amount);
  if (amount === 0) return "0 GiB";
  const [unit, each] = sizes.find(([, bytes]) => amount % bytes === 0) ?? ["bytes", 1];
  return `${amount / each} ${unit}`;
}

/** "3 of 4 vCPUs used", "2 GiB of 8 GiB memory used" */
export function usedText(resource: Resource, used: number, limit: number): string {
  const word =
    resource === "vms" || resource === "vcpus"
      ? resourceLabels[resource]
      : resourceLabels[resource].toLowerCase();
  return `${amountText(resource, used)} of ${amountText(resource, limit)} ${word} used`;
}
