import { AppError } from "../../errors";
import type { JudgedReport } from "../../pci/schema";
import type { ActContext } from "../act-context";
import type { AttachedFunction } from "../attach/attach-input.schema";
import { attachedFunction } from "../attach/plan-attach";
import { asksForCards, choiceFor } from "./card-choice";

/** A card that a VM is to be started with, for a name that it asks for. */
export interface CardToGive {
  name: string;
  functions: AttachedFunction[];
}

/** What VMs are to be started with, by their ids; nothing of one that asks for nothing. */
export type ChosenCards = ReadonlyMap<string, CardToGive[]>;

/**
 * Looks at what the choice of cards for VMs that are to be started takes.
 * @returns what chooses, no card twice, and does not wait: who begins the VMs' job in the same turn has the cards alone. It
 * throws an AppError "conflict" where a VM's names have no card that is free.
 */
export async function cardChooser(
  { services, readReport }: Pick<ActContext, "services" | "readReport">,
  hostId: string,
  vms: readonly { vmId: string; name: string }[],
): Promise<() => ChosenCards> {
  const asking = vms.flatMap(({ vmId }) => {
    const vm = services.fleet.vm(hostId, vmId);
    return asksForCards(vm) ? { vmId, name: vm.summary.name } : [];
  });
  if (asking.length === 0) return () => new Map();
  const report = await readReport(hostId);
  return () => {
    const taken = new Map<string, string>();
    const chosen = new Map<string, CardToGive[]>();
    for (const { vmId, name } of asking) {
      const cards = cardsFor({ services }, { hostId, vmId }, report, taken);
      for (const { functions } of cards)
        for (const { address } of functions) taken.set(address, `the VM ${name}, which starts too`);
      chosen.set(vmId, cards);
    }
    return chosen;
  };
}

function cardsFor(
  { services }: Pick<ActContext, "services">,
  { hostId, vmId }: { hostId: string; vmId: string },
  report: JudgedReport,
  taken: ReadonlyMap<string, string>,
): CardToGive[] {
  const vm = services.fleet.vm(hostId, vmId);
  const choice = choiceFor(services, vm, report, taken);
  if ("problem" in choice)
    throw new AppError("conflict", {
      userMessage: `${vm.summary.name} was not started. ${choice.problem} ${choice.fix}`,
    });
  return choice.cards.map(({ name, functions }) => ({ name, functions: functions.map(attachedFunction) }));
}
