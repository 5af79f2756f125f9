import { memo } from "react";
import { deviceTitle } from "@/components/device/device-names";
import { type CardNode, functionsOf } from "@/components/device/tree/node";
import { VerdictBadge, VerdictMark } from "@/components/device/verdict-badge";
import { classNames } from "@/components/ui/class-names";
import { BootDisplayBadge } from "../boot-display-badge";
import { kindLooks } from "../kind-look";
import { OwnerBadge } from "../owner-badge";
import { ReservationBadge } from "../reservation/reservation-badge";
import { DriverWord } from "./driver-word";
import { GpuTile } from "./gpu-tile";
import { usePictureFacts } from "./picture-context";
import { OpenButton, tileClasses } from "./tile";

/** A card: large where it is a GPU, else as large as it is wanted. */
export const CardTile = memo(function CardTile({ card }: { card: CardNode }) {
  if (card.size === "large") return <GpuTile card={card} />;
  return card.size === "medium" ? <MediumTile card={card} /> : <SmallTile card={card} />;
});

function MediumTile({ card }: { card: CardNode }) {
  const { owners, openAddress } = usePictureFacts();
  const { primary, others } = card;
  const { icon: Icon, word } = kindLooks[card.kind];
  const holders = functionsOf(card).flatMap(({ address }) => owners[address] ?? []);
  const distinct = [...new Map(holders.map((owner) => [owner.href, owner])).values()];
  return (
    <article className={tileClasses(primary, openAddress)}>
      <div className="flex items-start gap-2.5 px-2.5 py-2">
        <Icon role="img" aria-label={word} className="mt-0.5 size-4.5 shrink-0 text-muted" />
        <div className="min-w-0 flex-1">
          <OpenButton device={primary} className="font-medium">
            {deviceTitle(primary)}
          </OpenButton>
          <p className="flex flex-wrap gap-x-3 text-sm">
            <span className="whitespace-nowrap font-mono">{primary.address}</span>
            <DriverWord driver={primary.driver} />
            <span className="ml-auto">
              <VerdictBadge verdict={primary.verdict} />
            </span>
          </p>
          {others.map((other) => (
            <p key={other.address} className="flex flex-wrap gap-x-3 text-muted text-sm">
              <span className="whitespace-nowrap font-mono">{other.address}</span>
              <span>{other.classLabel}</span>
              <DriverWord driver={other.driver} />
            </p>
          ))}
          <div className="relative z-10 mt-1 flex w-fit flex-wrap gap-1.5 empty:hidden">
            {primary.bootVga === true ? <BootDisplayBadge /> : null}
            <ReservationBadge functions={functionsOf(card)} />
            {distinct.map((owner) => (
              <OwnerBadge key={owner.href} owner={owner} besideVerdict />
            ))}
          </div>
        </div>
      </div>
    </article>
  );
}

function SmallTile({ card }: { card: CardNode }) {
  const { primary, others, kind } = card;
  const { openAddress } = usePictureFacts();
  const { icon: Icon, word } = kindLooks[kind];
  return (
    <article
      className={classNames(
        "relative flex items-start gap-2 rounded-md px-2 py-1 text-sm hover:bg-foreground/6",
        openAddress === primary.address && "outline-2 outline-accent",
      )}
    >
      <Icon role="img" aria-label={word} className="mt-0.5 size-4 shrink-0 text-muted" />
      <p className="min-w-0 flex-1">
        <OpenButton device={primary}>{deviceTitle(primary)}</OpenButton>{" "}
        <span className="mx-1 whitespace-nowrap font-mono text-muted">{primary.address}</span>{" "}
        <DriverWord driver={primary.driver} />
        {others.length === 0 ? null : (
          <span className="block text-muted">
            with {others.map(({ address }) => address.slice(-2)).join(", ")}:{" "}
            {others.map(({ classLabel }) => classLabel).join(", ")}
          </span>
        )}
      </p>
      <ReservationBadge functions={functionsOf(card)} iconOnly />
      <VerdictMark verdict={primary.verdict} />
    </article>
  );
}
