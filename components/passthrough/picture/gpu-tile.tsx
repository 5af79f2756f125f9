import { Gpu } from "lucide-react";
import { functionWord, gpuName, shortVendor } from "@/components/device/device-names";
import { type CardNode, functionsOf } from "@/components/device/tree/node";
import { VerdictBadge } from "@/components/device/verdict-badge";
import { isInUse } from "@/components/device/verdict-order";
import type { JudgedDevice } from "@/server/pci/schema";
import { BootDisplayBadge } from "../boot-display-badge";
import type { DeviceOwner } from "../device-owner";
import { OwnerBadge } from "../owner-badge";
import { ReservationBadge } from "../reservation/reservation-badge";
import { DriverWord } from "./driver-word";
import { usePictureFacts } from "./picture-context";
import { linkText } from "./port-look";
import { OpenButton, tileClasses } from "./tile";

/** A GPU, which most people come for. */
export function GpuTile({ card }: { card: CardNode }) {
  const { owners, openAddress } = usePictureFacts();
  const { primary } = card;
  const { name, chip } = gpuName(primary.product);
  const maker = primary.subsystemVendor === null ? null : `by ${shortVendor(primary.subsystemVendor)}`;
  // A number is not parted from its unit.
  const link = linkText(primary.link)?.replaceAll(" ", "\u00a0") ?? null;
  return (
    <article className={tileClasses(primary, openAddress)}>
      <div className="flex items-start gap-3 px-3 pt-3">
        <span className="flex size-10 shrink-0 items-center justify-center rounded-lg bg-accent/10 text-accent">
          <Gpu aria-hidden className="size-6" />
        </span>
        <div className="min-w-0 flex-1">
          <OpenButton device={primary} className="font-semibold text-lg leading-snug">
            {name}
          </OpenButton>
          <p className="text-muted text-sm">
            {[shortVendor(primary.vendor), chip, maker, link].filter((part) => part !== null).join(" · ")}
          </p>
        </div>
      </div>
      <Functions functions={functionsOf(card)} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 pb-2.5">
        <VerdictBadge verdict={primary.verdict} />
        <ReservationBadge functions={functionsOf(card)} />
        <Marks bootDisplay={primary.bootVga === true} owners={owners[primary.address] ?? []} />
      </div>
      <FirstReason device={primary} />
    </article>
  );
}

function Functions({ functions }: { functions: readonly JudgedDevice[] }) {
  return (
    <ul className="flex flex-col gap-y-0.5 px-3 py-2 text-sm">
      {functions.map(({ address, class: classCode, driver }) => (
        <li key={address} className="flex flex-wrap gap-x-3">
          <span className="whitespace-nowrap font-mono">{address}</span>
          <span className="text-muted">{functionWord(classCode)}</span>
          <span className="ml-auto">
            <DriverWord driver={driver} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Why a GPU is not simply free, which is what everybody asks next. */
function FirstReason({ device: { verdict } }: { device: JudgedDevice }) {
  const [first] = verdict.reasons;
  // Which VM has it is said above.
  if (first === undefined || first.weight === "note" || isInUse(verdict)) return null;
  const more = verdict.reasons.length - 1;
  return (
    <p className="-mt-1.5 px-3 pb-3 text-muted text-sm">
      <span className="line-clamp-2">{first.message}</span>
      {more > 0 ? `and ${more} more` : null}
    </p>
  );
}

function Marks({ bootDisplay, owners }: { bootDisplay: boolean; owners: readonly DeviceOwner[] }) {
  if (!bootDisplay && owners.length === 0) return null;
  return (
    <div className="relative z-10 flex w-fit flex-wrap gap-1.5">
      {bootDisplay ? <BootDisplayBadge /> : null}
      {owners.map((owner) => (
        <OwnerBadge key={owner.href} owner={owner} besideVerdict />
      ))}
    </div>
  );
}
