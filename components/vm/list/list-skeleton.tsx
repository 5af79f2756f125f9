import { Skeleton } from "@/components/ui/skeleton";

const widths = ["w-40", "w-28", "w-52", "w-36", "w-24", "w-44", "w-32", "w-48"];

/** Stands where the list will be. */
export function ListSkeleton() {
  return (
    <div aria-busy="true" className="rounded-lg border border-border bg-surface">
      {widths.map((width) => (
        <div key={width} className="flex h-9 items-center gap-6 border-border border-b px-3 last:border-0">
          <Skeleton className={`h-3 ${width}`} />
          <Skeleton className="ml-auto h-3 w-16" />
        </div>
      ))}
    </div>
  );
}
