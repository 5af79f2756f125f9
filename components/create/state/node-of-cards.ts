import type { CreateChoices } from "@/server/create/choices.schema";
import type { CardSpecification } from "@/server/create/specification/host-devices.schema";

/** The NUMA node of the first of the cards that has a display. */
export function nodeOfCards(
  cards: readonly CardSpecification[],
  { devices }: Pick<CreateChoices, "devices">,
): number | null {
  const display = cards.flatMap(({ functions }) => functions).find((one) => one.class?.startsWith("03"));
  return devices?.find(({ address }) => address === display?.address)?.numaNode ?? null;
}
