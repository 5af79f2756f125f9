import type { VmSummary } from "@/server/fleet/schema";

/** Opens a VM's consoles in a window of their own, once a VM: the second time it comes to the front. */
export function openScreenWindow({ hostId, id }: Pick<VmSummary, "hostId" | "id">): void {
  const address = `/console/${encodeURIComponent(hostId)}/${encodeURIComponent(id)}?console=graphical`;
  window.open(address, `passdeck-${hostId}-${id}`, "popup,width=1100,height=860")?.focus();
}
