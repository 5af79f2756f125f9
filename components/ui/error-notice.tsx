import { OctagonAlert } from "lucide-react";
import { Button } from "./button";
import { classNames } from "./class-names";

export interface ErrorNoticeProps {
  /** What failed: "Could not read the volumes". */
  title: string;
  /** Why, and what to do, a sentence or two. */
  problem: string;
  onRetry?(): void;
  className?: string;
}

/** Says that something could not be read or done, and why; "Try again" where that may help. */
export function ErrorNotice({ title, problem, onRetry, className }: ErrorNoticeProps) {
  return (
    <div
      role="alert"
      className={classNames(
        "flex gap-2.5 rounded-lg border border-danger/40 bg-danger/8 px-4 py-3",
        className,
      )}
    >
      <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="wrap-anywhere min-w-0">
        <p className="font-medium">{title}</p>
        <p>{problem}</p>
        {onRetry === undefined ? null : (
          <Button className="mt-2" onClick={onRetry}>
            Try again
          </Button>
        )}
      </div>
    </div>
  );
}
