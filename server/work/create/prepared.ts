import type { PreflightFinding } from "../../create/preflight/preflight.schema";
import type { Creation } from "./plan-create";

/** A request worked out: what is to be made, and what is known to stand against it. */
export interface PreparedCreation {
  creation: Omit<Creation, "owner">;
  /** The definition as it goes to libvirt, but for a UUID where it names none. */
  definition: string;
  /** The UUID that the definition keeps; null: it gets a new one. */
  vmId: string | null;
  findings: PreflightFinding[];
}
