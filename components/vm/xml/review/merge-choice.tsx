import { useId } from "react";
import type { MergeConflict } from "@/server/domain/changes/merge/conflict";
import type { Side } from "@/server/domain/changes/merge/three";

export interface MergeChoiceProps {
  conflict: MergeConflict;
  /** Who else changed it. */
  who: string;
  chosen: Side | undefined;
  onChoose(side: Side): void;
}

/** A place that both changed: what each wrote there, one of which is taken. */
export function MergeChoice({ conflict, who, chosen, onChoose }: MergeChoiceProps) {
  const name = useId();
  const sides: [side: Side, label: string, text: string | null][] = [
    ["mine", "Mine", conflict.mine],
    ["theirs", `Theirs (${who})`, conflict.theirs],
  ];
  return (
    <fieldset className="min-w-0 rounded-lg border border-border px-3 pb-3">
      <legend className="wrap-anywhere px-1 font-medium">{conflict.name}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {sides.map(([side, label, text]) => (
          <label key={side} className="flex min-w-0 items-start gap-2">
            <input
              type="radio"
              name={name}
              className="mt-1 size-4 shrink-0 accent-accent"
              checked={chosen === side}
              onChange={() => onChoose(side)}
            />
            <span className="min-w-0 flex-1">
              {label}
              {text === null ? (
                <span className="block text-muted">Removed</span>
              ) : (
                <code className="wrap-anywhere mt-0.5 block whitespace-pre-wrap rounded-md bg-inset px-2 py-1 font-mono text-sm">
                  {text}
                </code>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
