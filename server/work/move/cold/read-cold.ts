import { hasEmulatedTpm } from "../../../create/clone-tpm";
import type { VmDefinition } from "../../../domain/definition";
import { type HostDeviceSource, hostDeviceWords } from "../../../domain/host-devices/host-device.schema";
import { assignedCards, type CardOnTheMove, type EqualCard, equalCards } from "../../../move/equal-cards";
import { type FilesAlong, filesAlong } from "../../../move/files-along";
import type { MoveFinding } from "../../../move/move-finding.schema";
import { statesOf } from "../../../pci/named/choose-cards";
import type { JudgedReport } from "../../../pci/schema";
import type { ActContext } from "../../act-context";
import { holders } from "../../named/card-choice";

/** What a VM that is off takes along, and what stands against that. */
export interface ColdMove extends FilesAlong {
  cards: CardOnTheMove[];
  /** In the place of each card the equal one that it gets; null where it gets none. */
  assigned: (EqualCard | null)[];
  findings: MoveFinding[];
}

export interface ColdQuestion {
  hostId: string;
  targetHostId: string;
  targetName: string;
  vm: { id: string; name: string };
  saved: string;
  definition: VmDefinition;
  /** Cards of the target that were chosen, by those of the source. */
  chosen: ReadonlyMap<string, string>;
}

/** Looks at what of both hosts' devices and files a VM that is off needs. */
export async function readCold(context: ActContext, question: ColdQuestion): Promise<ColdMove> {
  const { vm, saved, definition } = question;
  const along = filesAlong(saved, vm);
  const others = [...otherDevices(question), ...tpmFindings(question, along)];
  if (definition.passthrough.length === 0) return { ...along, cards: [], assigned: [], findings: others };
  const [here, there] = await Promise.all(
    [question.hostId, question.targetHostId].map((hostId) => reportOf(context, hostId)),
  );
  if (!here || !there)
    return { ...along, cards: [], assigned: [], findings: [...others, unseen(question, here ?? null)] };
  const cards = equalCards(definition.passthrough, here.devices, {
    devices: there.devices,
    heldBy: new Map(holders(context.services, question.targetHostId, there, vm.id)),
    named: namesakes(context, question, { here, there }),
  });
  const assigned = assignedCards(cards, question.chosen);
  const without = cards.filter((_, place) => assigned[place] === null);
  return {
    ...along,
    cards,
    assigned,
    findings: [...others, ...without.map((card) => noCard(card, question))],
  };
}

/** null of a host whose files can't be read. */
async function reportOf({ services, readReport }: ActContext, hostId: string): Promise<JudgedReport | null> {
  return services.fleet.host(hostId).machine.files.value === null ? null : readReport(hostId);
}

/** Addresses of the target's cards that a name stands for which on the source stands for a card of the VM. */
function namesakes(
  { services: { named } }: ActContext,
  { hostId, targetHostId, definition }: ColdQuestion,
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

/** State that the definition places elsewhere is not copied. */
function tpmFindings({ vm, saved, targetName }: ColdQuestion, { tpmFolder }: FilesAlong): MoveFinding[] {
  if (tpmFolder !== null || !hasEmulatedTpm(saved)) return [];
  return [
    {
      weight: "warn",
      message: `The TPM state of ${vm.name} is in a place of its own, and is not copied: what is sealed to it (BitLocker) does not open there.`,
      fix: `Copy it to the same place of ${targetName} before the VM is started there. It stays on this host.`,
    },
  ];
}

/** What is handed over and is no PCI device. */
function otherDevices({ vm, definition, targetName }: ColdQuestion): MoveFinding[] {
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

function noCard({ address, label, problems }: CardOnTheMove, { vm, targetName }: ColdQuestion): MoveFinding {
  const why = problems.length === 0 ? "It has no other of the same model." : problems.join(" ");
  return {
    weight: "fail",
    message: `${targetName} has no free card like ${label} (${address}), which ${vm.name} is handed. ${why}`,
    fix: "Free one there, or detach the card first.",
  };
}

function unseen({ vm, targetName }: ColdQuestion, here: JudgedReport | null): MoveFinding {
  return {
    weight: "fail",
    message: `Whether ${targetName} has a card like that of ${vm.name} can’t be told: the devices of ${here === null ? "this host" : targetName} can’t be looked at.`,
    fix: "Add that host by ssh, or detach the card first.",
  };
}
