import { Trash2, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { ViewDraft } from "./save-views";

interface ViewEntryProps {
  draft: ViewDraft;
  /** The name of the radio buttons. */
  group: string;
  onChange(part: Partial<ViewDraft>): void;
  /** The list is to open with it. */
  onOpen(): void;
}

/** One saved view of those that are managed. */
export function ViewEntry({
  draft: { name, isDefault, isDeleted },
  group,
  onChange,
  onOpen,
}: ViewEntryProps) {
  return (
    <li className="flex items-center gap-2 py-1">
      <input
        type="radio"
        name={group}
        aria-label={`Open the list with ${name}`}
        className="size-4 shrink-0 accent-accent"
        checked={isDefault && !isDeleted}
        disabled={isDeleted}
        onChange={onOpen}
      />
      <Input
        aria-label="Name of the view"
        maxLength={60}
        required
        className={isDeleted ? "line-through" : ""}
        disabled={isDeleted}
        value={name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <Button
        size="sm"
        aria-label={isDeleted ? `Keep ${name}` : `Delete ${name}`}
        onClick={() => onChange({ isDeleted: !isDeleted })}
      >
        {isDeleted ? <Undo2 aria-hidden /> : <Trash2 aria-hidden />}
        {isDeleted ? "Keep" : "Delete"}
      </Button>
    </li>
  );
}
