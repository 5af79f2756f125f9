import { type ReactNode, Suspense } from "react";
import { Skeleton } from "@/components/ui/skeleton";

/** What is fetched when it is chosen. In each place one of its own, so that what was there before stays. */
export function Arriving({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Skeleton className="h-40" />}>{children}</Suspense>;
}
