import type { CardView } from "@/components/device/card-view";
import { toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { JudgedDevice } from "@/server/pci/schema";
import { cardReservation, isReserved, twinsOf } from "./card-reservation";
import { reservationLook } from "./reservation-look";
import { useNextStart } from "./use-next-start";

interface ReservationSectionProps {
  card: CardView;
  devices: readonly JudgedDevice[];
}

/** How a card is reserved for VMs: each function, by what, and which other card is of the same model. */
export function ReservationSection({ card, devices }: ReservationSectionProps) {
  const nextStart = useNextStart();
  const { device, functions, isBridge } = card;
  const reservation = cardReservation(functions, nextStart);
  const twins = twinsOf(device, functions, devices);
  if (isBridge || (!isReserved(reservation) && twins.length === 0)) return null;
  return (
    <section aria-label="Reservation" className="rounded-md border border-border px-3 py-2">
      {isReserved(reservation) ? (
        <>
          <Headline functions={functions} />
          <ul className="mt-1 text-sm">
            {functions.map((one) => (
              <li key={one.address} className="wrap-anywhere">
                <span className="font-mono">{one.address}</span>{" "}
                <span className="text-muted">{placeOf(one, nextStart?.get(one.address) ?? null)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {twins.length === 0 ? null : (
        <p className="mt-1 text-sm first:mt-0">
          Same model as <span className="font-mono">{twins.map(({ address }) => address).join(", ")}</span>.{" "}
          <span className="text-muted">
            Passdeck reserves by address: what is done to this card leaves the other as it is.
          </span>
        </p>
      )}
      {nextStart === null ? (
        <p className="mt-1 text-muted text-sm">What happens at the next start is not known.</p>
      ) : null}
    </section>
  );
}

function Headline({ functions }: { functions: readonly JudgedDevice[] }) {
  const { icon: Icon, tone, word, meaning } = reservationLook(cardReservation(functions, useNextStart()));
  return (
    <>
      <p className={classNames("flex items-center gap-1.5 font-medium text-sm", toneText[tone])}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {word}
      </p>
      <p>{meaning}</p>
    </>
  );
}

function placeOf({ driver }: JudgedDevice, place: string | null): string {
  const now = driver === null ? "no driver now" : `${driver} now`;
  return place === null
    ? `${now}, not reserved at the next start`
    : `${now}, reserved at the next start by ${place}`;
}
