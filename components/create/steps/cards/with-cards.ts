import type { CreateChoices } from "@/server/create/choices.schema";
import type { CardSpecification } from "@/server/create/specification/host-devices.schema";
import { baseOf } from "../../state/base";
import { chosenPreset } from "../../state/chosen-preset";
import { nodeOfCards } from "../../state/node-of-cards";
import { rebase } from "../../state/rebase";
import { isDescribed } from "../../state/way";
import type { Wizard } from "../../state/wizard";

/** Other cards of the host. What goes by where a GPU is connected follows it, where the user left that alone. */
export function withCards(wizard: Wizard, cards: CardSpecification[], choices: CreateChoices): Wizard {
  const { way, draft } = wizard;
  const [before, node] = [draft.cards, cards].map((given) => nodeOfCards(given, choices));
  const there = { ...wizard, draft: { ...draft, cards } };
  // Of what was read elsewhere no preset is the ground.
  if (before === node || node === undefined || !isDescribed(way) || way === "import") return there;
  const preset = chosenPreset(wizard.preset.preset.id, [], choices, node);
  // A preset that users have kept is the same wherever the GPU is.
  if (preset === null) return there;
  const base = baseOf(way, preset, choices);
  return { ...wizard, preset, base, draft: { ...rebase(draft, wizard.base, base), cards } };
}
