import { eq, isNotNull } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "../../database/open-database";
import { apiKeys } from "../../database/tables/api-keys";
import type { VmKey } from "../shared-object";
import { keyVmSchema } from "./api-key.schema";

/** API keys that are for a VM are for it on its other host, where it is now. */
export function moveKeyVms({ query }: Pick<Database, "query">, from: VmKey, to: VmKey): void {
  const bound = query
    .select({ id: apiKeys.id, vms: apiKeys.vms })
    .from(apiKeys)
    .where(isNotNull(apiKeys.vms))
    .all();
  for (const { id, vms } of bound) {
    const moved = z
      .array(keyVmSchema)
      .parse(vms)
      .map((vm) => (isSame(vm, from) ? { ...vm, hostId: to.hostId } : vm));
    query.update(apiKeys).set({ vms: moved }).where(eq(apiKeys.id, id)).run();
  }
}

function isSame(one: VmKey, other: VmKey): boolean {
  return one.hostId === other.hostId && one.vmId.toLowerCase() === other.vmId.toLowerCase();
}
