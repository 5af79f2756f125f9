import { expect } from "@playwright/test";
import type { PlacedFunction } from "./topology/placement";

/** Checks that a guest told of each function of a card, with its very numbers and its driver, as one device. */
export function expectCardInGuest(output: string, functions: readonly PlacedFunction[]): void {
  const slots = slotsWith(output, functions);
  expect(slots, `a slot of the guest has all functions of ${functions[0]?.address}`).not.toEqual([]);
  // The driver's own words for what it read from the card's registers.
  const models = functions.map(({ function: { model } }) => model);
  if (models.includes("bochs-display")) expect(output).toContain("Found bochs VGA, ID 0xb0c5");
  if (models.includes("nvme")) expect(output).toContain("A block of the lab's free disk");
}

/** Slots of the guest, "0000:01:00", in which each function is found under its number. */
function slotsWith(output: string, functions: readonly PlacedFunction[]): string[] {
  const found = functions.map((placed) => slotsOf(output, placed));
  const [first = [], ...others] = found;
  return first.filter((slot) => others.every((slots) => slots.includes(slot)));
}

function slotsOf(output: string, { at, function: { identity, hostDriver } }: PlacedFunction): string[] {
  const number = at.split(".")[1];
  const numbers =
    identity === null
      ? ""
      : ` ${identity.id} class ${identity.deviceClass}\\w\\w subsystem ${identity.subsystem}`;
  const listed = slotsIn(output, `GUEST device (\\S+)\\.${number}${numbers}`);
  if (hostDriver === null) return listed;
  const driven = slotsIn(output, `GUEST driver (\\S+)\\.${number} ${hostDriver}`);
  return listed.filter((slot) => driven.includes(slot));
}

function slotsIn(output: string, pattern: string): string[] {
  return [...output.matchAll(new RegExp(pattern, "g"))].map(([, slot]) => slot ?? "");
}
