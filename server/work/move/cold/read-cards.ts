import type { VmDefinition } from "../../../domain/definition";
import { type HostDeviceSource, hostDeviceWords } from "../../../domain/host-devices/host-device.schema";
import { assignedCards, type CardOnTheMove, type EqualCard, equalCards } from "../../../move/equal-cards";
import type { MoveFinding } from "../../../move/move-finding.schema";
import { statesOf } from "../../../pci/named/choose-cards";
import type { JudgedReport } from "../../../pci/schema";
import type { ActContext } from "../../act-context";
import type { AttachedFunction } from "../../attach/attach-input.schema";
import { attachedFunction } from "../../attach/plan-attach";
import { holders } from "../../named/card-choice";

/** The cards of a VM that goes to another host, and what stands against that. */
export interface MovingCards {
  cards: CardOnTheMove[];
  /** In the place of each card the equal one that it gets; null where it gets none. */
  assigned: (EqualCard | null)[];
  findings: MoveFinding[];
}

export interface CardsQuestion {
  hostId: string;
  targetHostId: string;
  targetName: string;
  vm: { id: string; name: string };
  definition: VmDefinition;
  /** Cards of the target that were chosen, by those of the source. */
  chosen: ReadonlyMap<string, string>;
}

/** Looks for what another host has in the place of the devices that a VM is handed. */
export async function readCards(context: ActContext, question: CardsQuestion): Promise<MovingCards> {
  const { vm, definition } = question;
  const others = otherDevices(question);
  if (definition.passthrough.length === 0) return { cards: [], assigned: [], findings: others };
  const [here, there] = await Promise.all(
    [question.hostId, question.targetHostId].map((hostId) => reportOf(context, hostId)),
  );
  if (!here || !there)
    return { cards: [], assigned: [], findings: [...others, unseen(question, here ?? null)] };
  const cards = equalCards(definition.passthrough, here.devices, {
    devices: there.devices,
    heldBy: new Map(holders(context.services, question.targetHostId, there, vm.id)),
    named: namesakes(context, question, { here, there }),
  });
  const assigned = assignedCards(cards, question.chosen);
  const without = cards.filter((_, place) => assigned[place] === null);
  return { cards, assigned, findings: [...others, ...without.map((card) => noCard(card, question))] };
}

/** Function by function, what is exchanged for what. */
export function exchangedFunctions(
  assigned: MovingCards["assigned"],
): { from: string; to: AttachedFunction }[] {
  return assigned.flatMap((card) =>
    (card?.functions ?? []).map(({ from, device }) => ({ from, to: attachedFunction(device) })),
  );
}

/** null of a host whose files can't be read. */
async function reportOf({ services, readReport }: ActContext, hostId: string): Promise<JudgedReport | null> {
  return services.fleet.host(hostId).machine.files.value === null ? null : readReport(hostId);
}

/** Addresses of the target's cards that a name stands for which on the source stands for a card of the VM. */
function namesakes(
  { services: { named } }: ActContext,
  { hostId, targetHostId, definition }: CardsQuestion,
  { here, there }: { here: JudgedReport; there: JudgedReport },
): Set<string> {
  const own = new Set(definition.passthrough);
  const names = named
    .of(hostId)
    .filter((device) => statesOf(device, here.devices).some(({ now }) => own.has(now)))
    .map(({ name }) => name);
  const theirs = named.of(targetHostId).filter(({ name }) => names.includes(name));
  return new Set(theirs.flatMap((device) => statesOf(device, there.devices).map(({ now }) => now)));
}

/** What is handed over and is no PCI device. */
function otherDevices({ vm, definition, targetName }: CardsQuestion): MoveFinding[] {
  return definition.hostDevices.flatMap(({ source }): MoveFinding[] => {
    if (source.bus === "pci") return [];
    const words = hostDeviceWords(source);
    if (isByWhatItIs(source))
      return [
        {
          weight: "warn",
          message: `${vm.name} is handed ${words}.`,
          fix: `Plug it into ${targetName} before the VM is started there.`,
        },
      ];
    return [
      {
        weight: "fail",
        message: `${vm.name} is handed ${words}, which another host does not have.`,
        fix: `Detach it, and attach a device of ${targetName} there.`,
      },
    ];
  });
}

/** The same one can be plugged in elsewhere. */
function isByWhatItIs(source: HostDeviceSource): boolean {
  return source.bus === "usb" && source.ids !== null && source.place === null;
}

function noCard({ address, label, problems }: CardOnTheMove, { vm, targetName }: CardsQuestion): MoveFinding {
  const why = problems.length === 0 ? "It has no other of the same model." : problems.join(" ");
  return {
    weight: "fail",
    message: `${targetName} has no free card like ${label} (${address}), which ${vm.name} is handed. ${why}`,
    fix: "Free one there, or detach the card first.",
  };
}

function unseen({ vm, targetName }: CardsQuestion, here: JudgedReport | null): MoveFinding {
  return {
    weight: "fail",
    message: `Whether ${targetName} has a card like that of ${vm.name} can’t be told: the devices of ${here === null ? "this host" : targetName} can’t be looked at.`,
    fix: "Add that host by ssh, or detach the card first.",
  };
}
