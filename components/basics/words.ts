import type { Lacking } from "@/server/work/basics/lacking";

/** "This host has no running storage pool and no running network" */
export function lackWords(name: string, { pool, network }: Lacking): string {
  const parts = [...(pool ? ["no running storage pool"] : []), ...(network ? ["no running network"] : [])];
  return parts.length === 0 ? `${name} has all that VMs need` : `${name} has ${parts.join(" and ")}`;
}

export function setUpLabel({ pool, network }: Lacking): string {
  if (pool && !network) return "Set up storage…";
  return pool ? "Set up storage and a network…" : "Set up a network…";
}
