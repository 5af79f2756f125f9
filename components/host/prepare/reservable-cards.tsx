"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import { useJobs } from "@/components/job/use-jobs";
import { CheckField } from "@/components/ui/form/check-field";
import type { JudgedReport } from "@/server/pci/schema";
import { cardsToReserve, type ReservableCard } from "./cards-to-reserve";
import { toggled } from "./choices";

interface ReservableCardsProps {
  hostId: string;
  report: JudgedReport;
  /** By their first functions' addresses. */
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

/** Chooses cards that vfio-pci takes at every start; those that it takes already say by what. */
export function ReservableCards({ hostId, report, chosen, onChange }: ReservableCardsProps) {
  const reservations = useQuery(api.prepare.reservations.queryOptions({ hostId }));
  const jobs = useJobs(hostId);
  useRefetchOn(jobs.map(({ id, state }) => `${id} ${state}`).join(), reservations);
  const placeOf = ({ functions }: ReservableCard) => {
    const places = functions.map(
      (address) => reservations.data?.find((one) => one.address === address)?.nextStart ?? null,
    );
    return places.includes(null) ? null : [...new Set(places)].join(", ");
  };
  const cards = cardsToReserve(report).map((card) => ({ ...card, place: placeOf(card) }));
  if (cards.length === 0) return <p className="text-muted">No graphics card that the host can spare.</p>;
  return cards.map(({ place, ...card }) =>
    place === null ? (
      <CheckField
        key={card.address}
        label={card.name}
        note={<CardNote card={card} />}
        checked={chosen.includes(card.address)}
        onChange={() => onChange(toggled(chosen, card.address))}
      />
    ) : (
      <p key={card.address} className="wrap-anywhere">
        <span className="font-medium">{card.name}</span>{" "}
        <span className="text-muted text-sm">
          is reserved at every start already, by <span className="font-mono">{place}</span>
        </span>
      </p>
    ),
  );
}

function CardNote({ card: { functions, isBootDisplay } }: { card: ReservableCard }) {
  return (
    <>
      <span className="font-mono">{functions.join(" ")}</span>, by address, before any driver
      {isBootDisplay ? ". The host’s screen is on it, and goes dark." : ""}
    </>
  );
}
