"use client";

import { ArrowDown, ArrowUp, GripVertical, X } from "lucide-react";
import { Button } from "@/components/ui/button";

export interface BootEntryProps {
  name: string;
  index: number;
  count: number;
  disabled: boolean;
  onMove(to: number): void;
  /** The entry that stood at `from` was let go of here. */
  onDrop(from: number): void;
  onRemove(): void;
}

const kind = "application/x-passdeck-boot";

/** One of what is booted from. */
export function BootEntry({ name, index, count, disabled, onMove, onDrop, onRemove }: BootEntryProps) {
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!event.altKey || disabled) return;
    const to = { ArrowUp: index - 1, ArrowDown: index + 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onMove(to);
  };
  return (
    <li
      draggable={!disabled}
      onDragStart={({ dataTransfer }) => dataTransfer.setData(kind, String(index))}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(kind)) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        const from = Number.parseInt(event.dataTransfer.getData(kind), 10);
        if (Number.isInteger(from)) onDrop(from);
      }}
      onKeyDown={onKeyDown}
      className="flex items-center gap-2 rounded-md border border-border bg-surface px-2 py-1.5"
    >
      <GripVertical aria-hidden className="size-4 shrink-0 cursor-grab text-muted" />
      <span className="w-5 text-right text-muted tabular-nums">{index + 1}</span>
      <span className="wrap-anywhere min-w-0 flex-1">{name}</span>
      <Button
        size="icon"
        variant="ghost"
        aria-label={`Move ${name} up`}
        disabled={disabled || index === 0}
        onClick={() => onMove(index - 1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        size="icon"
        variant="ghost"
        aria-label={`Move ${name} down`}
        disabled={disabled || index === count - 1}
        onClick={() => onMove(index + 1)}
      >
        <ArrowDown aria-hidden />
      </Button>
      <Button
        size="icon"
        variant="ghost"
        aria-label={`Don’t boot from ${name}`}
        disabled={disabled}
        onClick={onRemove}
      >
        <X aria-hidden />
      </Button>
    </li>
  );
}
