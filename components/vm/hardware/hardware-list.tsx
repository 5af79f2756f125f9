"use client";

import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Select } from "@/components/ui/select";
import { partPictures } from "./part-pictures";
import { type Part, waitingWords } from "./parts";

export interface HardwareListProps {
  machine: readonly Part[];
  devices: readonly Part[];
  open: string;
  onOpen(id: string): void;
}

/** What a VM is made of, to choose from: a list beside the form, and a choice above it on small screens. */
export function HardwareList({ machine, devices, open, onOpen }: HardwareListProps) {
  return (
    <>
      <Select
        aria-label="Hardware"
        className="w-full md:hidden"
        value={open}
        onChange={({ target }) => onOpen(target.value)}
      >
        <Options label="Machine" parts={machine} />
        <Options label="Devices" parts={devices} />
      </Select>
      <nav aria-label="Hardware" className="hidden flex-col gap-3 md:flex">
        <Group label="Machine" parts={machine} open={open} onOpen={onOpen} />
        <Group label="Devices" parts={devices} open={open} onOpen={onOpen} />
      </nav>
    </>
  );
}

function Options({ label, parts }: { label: string; parts: readonly Part[] }) {
  return (
    <optgroup label={label}>
      {parts.map(({ id, title, detail }) => (
        <option key={id} value={id}>
          {detail === null ? title : `${title}: ${detail}`}
        </option>
      ))}
    </optgroup>
  );
}

function Group({
  label,
  parts,
  open,
  onOpen,
}: {
  label: string;
  parts: readonly Part[];
  open: string;
  onOpen(id: string): void;
}) {
  return (
    <div>
      <h2 className="px-2 pb-1 font-medium text-muted text-xs">{label}</h2>
      <ul className="flex flex-col">
        {parts.map((part) => (
          <li key={part.id}>
            <PartButton part={part} open={part.id === open} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function PartButton({ part, open, onOpen }: { part: Part; open: boolean; onOpen(id: string): void }) {
  const Icon = partPictures[part.icon];
  return (
    <button
      type="button"
      aria-current={open ? "true" : undefined}
      onClick={() => onOpen(part.id)}
      className={classNames(
        "flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-left",
        open ? "bg-accent/10 font-medium" : "hover:bg-foreground/5",
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1">
        <span className="block">{part.title}</span>
        {part.detail === null ? null : (
          <span className="block truncate font-normal text-muted text-sm">{part.detail}</span>
        )}
        {part.waiting === null ? null : <Badge tone="warning">{waitingWords[part.waiting]}</Badge>}
      </span>
    </button>
  );
}
