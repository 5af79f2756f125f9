import { Badge, toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { JudgedDevice } from "@/server/pci/schema";
import { cardReservation, isReserved } from "./card-reservation";
import { reservationLook } from "./reservation-look";
import { useNextStart } from "./use-next-start";

interface ReservationBadgeProps {
  /** A card's, or one alone. */
  functions: readonly JudgedDevice[];
  /** Where there is only room for the icon; the words are read out. */
  iconOnly?: boolean;
}

/** Whether a card is reserved for VMs now, at the next start, or both; nothing of one that is not. */
export function ReservationBadge({ functions, iconOnly = false }: ReservationBadgeProps) {
  const reservation = cardReservation(functions, useNextStart());
  if (!isReserved(reservation)) return null;
  const { icon: Icon, tone, word, meaning } = reservationLook(reservation);
  if (iconOnly)
    return (
      <Icon role="img" aria-label={word} className={classNames("size-4 shrink-0", toneText[tone])}>
        <title>{word}</title>
      </Icon>
    );
  return (
    <Badge tone={tone} title={meaning}>
      <Icon aria-hidden />
      {word}
    </Badge>
  );
}
