import type { VmSummary } from "@/server/fleet/schema";

/** One of a VM's consoles, as a page shows it. */
export interface WatchedConsole {
  vm: Pick<VmSummary, "hostId" | "id" | "name">;
  kind: "serial" | "graphical";
}
