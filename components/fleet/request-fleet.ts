import type { VmSummary } from "@/server/fleet/schema";

/**
 * The VMs that the viewer of the page being drawn may see (see `server/api/page-request.ts`). For server components alone; null where the page is drawn for
 * a browser that has the fleet already.
 */
export function vmsOfRequest(): readonly VmSummary[] | null {
  return globalThis.passdeckPage?.getStore()?.vms() ?? null;
}
