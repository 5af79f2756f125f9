import { toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";
import type { VmState as State } from "@/server/fleet/schema";
import { stateLooks } from "./state-look";

export interface VmStateProps {
  state: State;
  /** A saved memory image waits for the next start. */
  hasSavedState?: boolean;
  /** What someone here has just asked for: "Starting…". */
  pending?: string | null;
}

/** A VM's state as icon, word and colour; while something is asked of it, what that is. */
export function VmState({ state, hasSavedState = false, pending = null }: VmStateProps) {
  const { word, icon: Icon, tone } = stateLooks[state];
  if (pending !== null) {
    return (
      <span className="inline-flex items-center gap-1.5 text-muted">
        <Spinner className="size-3.5" />
        {pending}
      </span>
    );
  }
  return (
    <span className={classNames("inline-flex items-center gap-1.5", toneText[tone])}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span>
        {word}
        {hasSavedState ? <span className="text-muted">, saved</span> : null}
      </span>
    </span>
  );
}
