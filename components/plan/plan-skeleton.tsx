import { Skeleton } from "@/components/ui/skeleton";

/** Stands where a plan's steps will. */
export function PlanSkeleton() {
  return (
    <>
      <Skeleton className="h-20 rounded-lg" />
      <Skeleton className="mt-2.5 h-20 rounded-lg" />
    </>
  );
}
