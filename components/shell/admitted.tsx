"use client";

import { usePathname } from "next/navigation";
import { lazy, type ReactNode, Suspense } from "react";
import { useSession } from "@/components/data/session";
import { destinations, isCurrent, isOpen } from "./destinations";

const NotForMembers = lazy(() => import("./not-for-members"));

/** The page, to who is led to it; else that it is not theirs to see. */
export function Admitted({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const allowed = useSession()?.allowed;
  const destination = destinations.find(({ href }) => isCurrent(href, pathname));
  if (destination?.needs?.kind !== "host" || isOpen(destination, allowed)) return children;
  return (
    <Suspense>
      <NotForMembers page={destination.label} />
    </Suspense>
  );
}
