import { classNames } from "@/components/ui/class-names";

const choices = [
  { running: false, label: "Saved" },
  { running: true, label: "Running now" },
] as const;

/** Switches between the saved definition and what a running VM has. */
export function WhichXml({ running, onChange }: { running: boolean; onChange(running: boolean): void }) {
  return (
    <fieldset className="inline-flex rounded-md border border-border-strong/50 bg-surface p-0.5">
      <legend className="sr-only">Which definition</legend>
      {choices.map((choice) => (
        <button
          key={choice.label}
          type="button"
          aria-pressed={choice.running === running}
          onClick={() => onChange(choice.running)}
          className={classNames(
            "h-6.5 rounded-sm px-2.5 font-medium text-sm",
            choice.running === running ? "bg-foreground/10" : "text-muted hover:text-foreground",
          )}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
