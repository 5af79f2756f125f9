import type { Sign } from "../../pci/card-check/guest-signs";
import type { GuestAnswer } from "./await-guest";
import type { CardCheckInput } from "./card-check-input.schema";

/** What was found so far. */
export interface CheckNotes {
  /** By start: what the guest did with the devices. */
  answers: GuestAnswer[];
  /** By address, after the last stop; null before it was looked at. */
  driversAfter: ReadonlyMap<string, string | null> | null;
}

const words: Readonly<Record<Sign, string>> = {
  none: "not used",
  decoding: "enabled by firmware or kernel",
  mastering: "in use, memory access on",
  interrupts: "in use by a driver (interrupts on)",
};

/** The report of a check, as Markdown that the user can keep. */
export function checkReport({ vmName, devices }: CardCheckInput, notes: CheckNotes, at: Date): string {
  const head = [
    "Device",
    ...notes.answers.map((_, index) => `Start ${index + 1}`),
    "Driver before",
    "Driver after",
  ];
  const rows = devices.map(({ address, name, driver }) => [
    name,
    ...notes.answers.map(({ signs }) => words[signs.get(address) ?? "none"]),
    driver ?? "none",
    notes.driversAfter === null ? "not checked" : (notes.driversAfter.get(address) ?? "none"),
  ]);
  const times = notes.answers.map(
    ({ milliseconds }, index) =>
      `- Start ${index + 1}: last activity of the guest after ${(milliseconds / 1000).toFixed(1)} s.`,
  );
  return [
    `# Check of the devices of ${vmName}`,
    "",
    at.toISOString(),
    "",
    tableRow(head),
    tableRow(head.map(() => "---")),
    ...rows.map(tableRow),
    "",
    ...times,
    "",
  ].join("\n");
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
