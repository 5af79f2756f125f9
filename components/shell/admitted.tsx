"use client";

import { Lock } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useSession } from "@/components/data/session";
import { EmptyState } from "@/components/ui/empty-state";
import { destinations, isCurrent, isOpen } from "./destinations";

/** The page, to who is led to it; else that it is not theirs to see. */
export function Admitted({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const allowed = useSession()?.allowed;
  const destination = destinations.find(({ href }) => isCurrent(href, pathname));
  const closed = destination?.needs?.kind === "host" && !isOpen(destination, allowed);
  if (!closed) return children;
  return (
    <EmptyState
      headingLevel={1}
      icon={<Lock />}
      title={`${destination.label}: not for members`}
      description="You see the VMs that are shared with you, in VMs. An administrator can share more."
    />
  );
}
