/** What tells one VM of the fleet from all others. */
export interface VmIdentity {
  hostId: string;
  id: string;
}

/** One string for a VM, to key maps and rows by. */
export function vmKey({ hostId, id }: VmIdentity): string {
  return `${hostId}/${id}`;
}

/** The page of a VM. */
export function vmPath({ hostId, id }: VmIdentity): string {
  return `/vms/${encodeURIComponent(hostId)}/${encodeURIComponent(id)}`;
}
