import { hasEmulatedTpm } from "../../../create/clone-tpm";
import { type FilesAlong, filesAlong } from "../../../move/files-along";
import type { MoveFinding } from "../../../move/move-finding.schema";
import type { ActContext } from "../../act-context";
import { type CardsQuestion, type MovingCards, readCards } from "./read-cards";

/** What a VM that is off takes along, and what stands against that. */
export interface ColdMove extends FilesAlong, MovingCards {}

export interface ColdQuestion extends CardsQuestion {
  saved: string;
}

/** Looks at what of both hosts' devices and files a VM that is off needs. */
export async function readCold(context: ActContext, question: ColdQuestion): Promise<ColdMove> {
  const along = filesAlong(question.saved, question.vm);
  const cards = await readCards(context, question);
  return { ...along, ...cards, findings: [...cards.findings, ...tpmFindings(question, along)] };
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
