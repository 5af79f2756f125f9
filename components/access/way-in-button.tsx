import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

export interface WayInButtonProps {
  icon: ReactNode;
  label: string;
  /** Under way, or done: the page is about to go. */
  closed: boolean;
  /** Why it failed, a sentence; null where it did not. */
  problem: string | null;
  onPress(): void;
}

/** A way to sign in without a password, below the form or in its place. */
export function WayInButton({ icon, label, closed, problem, onPress }: WayInButtonProps) {
  return (
    <div>
      <Button
        className="h-10! w-full text-base!"
        aria-disabled={closed}
        onClick={() => (closed ? undefined : onPress())}
      >
        {closed ? <Spinner /> : icon}
        {label}
      </Button>
      <p role="alert" className="mt-2 text-danger text-sm empty:hidden">
        {problem}
      </p>
    </div>
  );
}
