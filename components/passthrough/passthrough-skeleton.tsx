import { Skeleton } from "@/components/ui/skeleton";

const bars = ["h-28", "h-44", "h-24", "h-24", "h-24"] as const;

/** Stands where the devices will, until the server has read them. */
export function PassthroughSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      {bars.map((height, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars never change places
        <Skeleton key={index} className={`rounded-lg ${height}`} />
      ))}
    </div>
  );
}
