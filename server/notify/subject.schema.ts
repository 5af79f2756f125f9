/** How much something matters, the least first. */
export const severities = ["info", "warning", "critical"] as const;
export type Severity = (typeof severities)[number];

/** What can be told of. */
export const subjects = [
  "job-failed",
  "job-interrupted",
  "vm-crashed",
  "card-lost",
  "pool-nearly-full",
  "host-unreachable",
  "host-back",
  "check-failed",
  "sign-in",
  "booking-ends",
  "booking-ended",
  "booking-turn",
] as const;
export type Subject = (typeof subjects)[number];

interface SubjectWords {
  /** For a list of choices: "A job fails". */
  label: string;
  /** Of several at once: "12 jobs failed". */
  many: (count: number) => string;
  severity: Severity;
}

/** What each is called, and how much it matters. */
export const subjectWords: Readonly<Record<Subject, SubjectWords>> = {
  "job-failed": { label: "A job failed", many: (count) => `${count} jobs failed`, severity: "warning" },
  "job-interrupted": {
    label: "A job was interrupted",
    many: (count) => `${count} jobs were interrupted`,
    severity: "warning",
  },
  "vm-crashed": { label: "A VM crashed", many: (count) => `${count} VMs crashed`, severity: "critical" },
  "card-lost": {
    label: "A passed-through device is gone",
    many: (count) => `${count} passed-through devices are gone`,
    severity: "critical",
  },
  "pool-nearly-full": {
    label: "A storage pool is nearly full",
    many: (count) => `${count} storage pools are nearly full`,
    severity: "warning",
  },
  "host-unreachable": {
    label: "A host is unreachable",
    many: (count) => `${count} hosts are unreachable`,
    severity: "critical",
  },
  "host-back": {
    label: "A host is reachable again",
    many: (count) => `${count} hosts are reachable again`,
    severity: "info",
  },
  "check-failed": {
    label: "A check of a host fails",
    many: (count) => `${count} checks of hosts fail`,
    severity: "warning",
  },
  "sign-in": {
    label: "A sign-in from a new place",
    many: (count) => `${count} sign-ins from new places`,
    severity: "warning",
  },
  "booking-ends": {
    label: "A booking ends in 15 minutes",
    many: (count) => `${count} bookings end soon`,
    severity: "info",
  },
  "booking-ended": {
    label: "A booking has ended",
    many: (count) => `${count} bookings have ended`,
    severity: "info",
  },
  "booking-turn": {
    label: "Your turn in a queue",
    many: (count) => `${count} turns in queues`,
    severity: "info",
  },
};

/** Whether one severity is at least another. */
export function isAsSevere(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(least);
}
