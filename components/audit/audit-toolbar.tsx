"use client";

import { useId } from "react";
import { Input } from "@/components/ui/input";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { type AuditWish, type OutcomeChoice, outcomeChoices } from "./audit-wish";

export interface AuditToolbarProps {
  wish: AuditWish;
  onWish(wish: AuditWish): void;
}

/** Which entries are shown. */
export function AuditToolbar({ wish, onWish }: AuditToolbarProps) {
  return (
    <search className="flex flex-wrap items-center gap-2 border-border border-b px-4 py-2.5">
      <SearchField
        label="Search by who, from where, what and on what"
        placeholder="Who, address, what, on what"
        text={wish.text}
        onChange={(text) => onWish({ ...wish, text })}
      />
      <Select
        aria-label="Outcome"
        value={wish.outcome}
        onChange={({ target }) => onWish({ ...wish, outcome: target.value as OutcomeChoice })}
      >
        {Object.entries(outcomeChoices).map(([id, { label }]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
      <Day label="From" value={wish.fromDay} onDay={(fromDay) => onWish({ ...wish, fromDay })} />
      <Day label="To" value={wish.toDay} onDay={(toDay) => onWish({ ...wish, toDay })} />
    </search>
  );
}

function Day({ label, value, onDay }: { label: string; value: string; onDay(day: string): void }) {
  const id = useId();
  return (
    <div className="flex items-center gap-1.5 text-muted text-sm">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="date"
        className="w-36!"
        value={value}
        onChange={({ target }) => onDay(target.value)}
      />
    </div>
  );
}
