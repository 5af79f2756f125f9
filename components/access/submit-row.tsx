import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { Submission } from "./use-submit";

export interface SubmitRowProps {
  label: string;
  submission: Submission;
}

/** The end of a form: what went wrong, in room that is kept for it, and the button. */
export function SubmitRow({ label, submission: { pending, error } }: SubmitRowProps) {
  return (
    <div>
      <div role="alert" className="mb-2 flex min-h-[2lh] items-end text-danger text-sm">
        {error}
      </div>
      <Button type="submit" variant="primary" className="h-10! w-full text-base!" aria-disabled={pending}>
        {pending ? <Spinner /> : null}
        {label}
      </Button>
    </div>
  );
}
