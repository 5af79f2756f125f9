import { List, type LucideIcon, Tag, Workflow } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { type View, views } from "./view-choice";

const looks: Readonly<Record<View, { icon: LucideIcon; word: string }>> = {
  picture: { icon: Workflow, word: "Picture" },
  list: { icon: List, word: "List" },
  named: { icon: Tag, word: "Named" },
};

/** Picture, list or named devices. */
export function ViewSwitch({ view, onChange }: { view: View; onChange(view: View): void }) {
  return (
    <fieldset className="inline-flex rounded-lg border border-border bg-inset p-0.5">
      <legend className="sr-only">Show devices as</legend>
      {views.map((choice) => {
        const { icon: Icon, word } = looks[choice];
        return (
          <button
            key={choice}
            type="button"
            aria-pressed={view === choice}
            onClick={() => onChange(choice)}
            className={classNames(
              "inline-flex h-7 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium",
              view === choice ? "bg-surface text-foreground shadow-sm" : "text-muted hover:text-foreground",
            )}
          >
            <Icon aria-hidden className="size-4" />
            {word}
          </button>
        );
      })}
    </fieldset>
  );
}
