import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { PlanView } from "./plan-view";
import type { LoadedPlan } from "./use-plan";

/** A plan, or that it is on its way, or why it did not come. */
export function LoadedPlanView({ loaded, onAgain }: { loaded: LoadedPlan; onAgain(): void }) {
  if (loaded.state === "here") return <PlanView plan={loaded.plan} />;
  if (loaded.state === "failed") {
    return (
      <div role="alert" className="wrap-anywhere rounded-lg border border-danger/40 bg-danger/8 px-4 py-3">
        <p>{loaded.problem}</p>
        <Button className="mt-2" onClick={onAgain}>
          Try again
        </Button>
      </div>
    );
  }
  return (
    <div aria-busy="true">
      <p className="sr-only" role="status">
        Working out the plan
      </p>
      <Skeleton className="h-20 rounded-lg" />
      <Skeleton className="mt-2.5 h-20 rounded-lg" />
    </div>
  );
}
