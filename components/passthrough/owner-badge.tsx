import { Monitor } from "lucide-react";
import Link from "next/link";
import type { DeviceOwner } from "./device-owner";

/** Says which VM is given the device, and leads to it. */
export function OwnerBadge({ owner }: { owner: DeviceOwner }) {
  return (
    <Link
      href={owner.href}
      className="wrap-anywhere inline-flex min-h-6 items-center gap-1 rounded-sm bg-accent/10 px-1.5 text-accent text-xs font-medium hover:underline"
    >
      <Monitor aria-hidden className="size-3.5 shrink-0" />
      {owner.running ? "In use by" : "Assigned to"} {owner.vmName}
    </Link>
  );
}
