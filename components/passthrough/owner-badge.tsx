import { Monitor } from "lucide-react";
import { Link } from "@/components/ui/link";
import type { DeviceOwner } from "./device-owner";

export interface OwnerBadgeProps {
  owner: DeviceOwner;
  /** Beside the words "In use", which need not be said twice. */
  besideVerdict?: boolean;
}

/** Which VM has the device, with a link to it. */
export function OwnerBadge({ owner, besideVerdict = false }: OwnerBadgeProps) {
  return (
    <Link
      href={owner.href}
      className="wrap-anywhere inline-flex min-h-6 items-center gap-1 rounded-sm bg-accent/10 px-1.5 text-accent text-xs font-medium hover:underline"
    >
      <Monitor aria-hidden className="size-3.5 shrink-0" />
      <span className={besideVerdict && owner.running ? "sr-only" : undefined}>
        {owner.running ? "In use by" : "Assigned to"}
      </span>{" "}
      {owner.vmName}
    </Link>
  );
}
