import { dayTyped } from "@/components/formats/calendar";
import type { AuditFilter } from "@/server/access/audit-trail/audit.schema";
import type { Outcome } from "@/server/database/audit-outcome.schema";

/** What somebody chose above the log. Days are as a date field has them, "2026-12-01"; "" where none is chosen. */
export interface AuditWish {
  text: string;
  outcome: OutcomeChoice;
  fromDay: string;
  toDay: string;
}

export const everything: AuditWish = { text: "", outcome: "all", fromDay: "", toDay: "" };

/** What can be chosen, in the order in which it is offered. */
export const outcomeChoices = {
  all: { label: "All outcomes", outcomes: [] },
  done: { label: "Done", outcomes: ["done"] },
  refused: { label: "Not allowed", outcomes: ["refused"] },
  failed: { label: "Failed", outcomes: ["failed", "conflict", "crashed"] },
  undone: { label: "Undone", outcomes: ["undone"] },
} as const satisfies Record<string, { label: string; outcomes: readonly Outcome[] }>;
export type OutcomeChoice = keyof typeof outcomeChoices;

/** What is asked of the server: days are those of the viewer's clock, the last one to its end. */
export function filterOf({ text, outcome, fromDay, toDay }: AuditWish): AuditFilter {
  const to = dayTyped(toDay)?.to;
  return {
    text: text.trim(),
    outcomes: [...outcomeChoices[outcome].outcomes],
    from: dayTyped(fromDay)?.from ?? null,
    to: to === undefined ? null : to - 1,
  };
}

/** Where the same entries are had as a file. */
export function exportAddress(format: "csv" | "json", wish: AuditWish): string {
  const query = new URLSearchParams({ format, filter: JSON.stringify(filterOf(wish)) });
  return `/api/audit?${query}`;
}
