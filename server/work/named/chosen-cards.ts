import { AppError } from "../../errors";
import type { Choice } from "../../pci/named/choose-cards";
import type { ActContext } from "../act-context";
import type { AttachedFunction } from "../attach/attach-input.schema";
import { attachedFunction } from "../attach/plan-attach";
import { asksForCards, choiceFor } from "./card-choice";

/** A card that a VM is to be started with, for a name that it asks for. */
export interface CardToGive {
  name: string;
  functions: AttachedFunction[];
}

/** What VMs are to be started with. */
export interface ChosenCards {
  /** By the VMs' ids; nothing of one that asks for nothing. */
  cards: ReadonlyMap<string, CardToGive[]>;
  /** By the ids of the bookings that they are given by: the VM. */
  bookings: ReadonlyMap<string, string>;
}

/** Of VMs that ask for nothing. */
export const noCards: ChosenCards = { cards: new Map(), bookings: new Map() };

/**
 * Looks at what the choice of cards for VMs that are to be started takes.
 * @returns what chooses, no card twice, and does not wait: who begins the VMs' job in the same turn has the cards alone. It
 * throws an AppError "conflict" where a VM's names have no card that is free.
 */
export async function cardChooser(
  context: ActContext,
  hostId: string,
  vms: readonly { vmId: string; name: string }[],
): Promise<() => ChosenCards> {
  const { services, readReport } = context;
  const asking = vms.flatMap(({ vmId }) => {
    const vm = services.fleet.vm(hostId, vmId);
    return asksForCards(vm) ? { vmId, name: vm.summary.name } : [];
  });
  if (asking.length === 0) return () => noCards;
  const report = await readReport(hostId);
  return () => {
    const taken = new Map<string, string>();
    const chosen = new Map<string, CardToGive[]>();
    const bookings = new Map<string, string>();
    for (const { vmId, name } of asking) {
      const vm = services.fleet.vm(hostId, vmId);
      const beside = { who: context, taken, spent: new Set(bookings.keys()) };
      const { choice, used } = choiceFor(services, vm, report, beside);
      const cards = cardsOf(choice, name);
      for (const { id } of used) bookings.set(id, vmId);
      for (const { functions } of cards)
        for (const { address } of functions) taken.set(address, `the VM ${name}, which starts too`);
      chosen.set(vmId, cards);
    }
    return { cards: chosen, bookings };
  };
}

function cardsOf(choice: Choice, vmName: string): CardToGive[] {
  if ("problem" in choice)
    throw new AppError("conflict", {
      userMessage: `${vmName} was not started. ${choice.problem} ${choice.fix}`,
    });
  return choice.cards.map(({ name, functions }) => ({ name, functions: functions.map(attachedFunction) }));
}
