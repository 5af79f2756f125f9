"use client";

import { skipToken } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { lazy, Suspense } from "react";
import { api } from "@/components/data/api";
import { errorText } from "@/components/data/error-text";
import { hostObject, useRights } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { countOf } from "@/components/formats/numbers";
import { ErrorNotice } from "@/components/ui/error-notice";
import { Link } from "@/components/ui/link";
import { ReasonButton } from "@/components/ui/reason-button";
import type { Hardware } from "@/server/domain/hardware/hardware.schema";
import type { NamedDeviceView } from "@/server/pci/named/named-device.schema";
import { useHardwareRoom } from "../hardware-context";
import { PanelHeader } from "../panel-header";

const NamedBookings = lazy(() => import("./named-bookings"));

/** The names of which a VM gets a free card at each start, and those of its host that it could ask for. */
export default function NamedPanel({ hardware }: { hardware: Hardware }) {
  const { vm, readOnly, propose } = useHardwareRoom();
  const mayNot = useRights(hostObject(vm.hostId))("named.watch");
  const reading = useSubscription(
    api.named.watch.subscriptionOptions(mayNot === null ? { hostId: vm.hostId } : skipToken),
  );
  const known = reading.data ?? [];
  const from = hardware.namedDevices.map(({ name }) => name);
  const remove = (place: number, name: string) =>
    propose(`Remove ${name}`, { act: "named-devices", from, to: from.filter((_, other) => other !== place) });
  return (
    <>
      <PanelHeader
        title="Named devices"
        note="At each start the VM gets a free card of each name. Which one it is stands in that start alone."
        waiting={null}
      />
      <div className="flex flex-col gap-5 px-4 py-4">
        {from.length === 0 ? <p className="text-muted">The VM asks for no named device.</p> : null}
        <ul aria-label="Named devices of the VM" className="flex flex-col gap-1.5 empty:hidden">
          {hardware.namedDevices.map(({ name, address }, place) => (
            <li
              // A name may stand there twice.
              key={`${name}/${from.slice(0, place).filter((other) => other === name).length}`}
              className={row}
            >
              <div className={text}>
                <p className="font-medium">{name}</p>
                <p className="text-muted text-sm">{stateOf(hardware, address, known.find(named(name)))}</p>
              </div>
              <ReasonButton
                size="sm"
                reason={readOnly}
                aria-label={`Remove ${name}`}
                onClick={() => remove(place, name)}
              >
                <Trash2 aria-hidden />
                Remove…
              </ReasonButton>
            </li>
          ))}
        </ul>
        <Suspense>{from.length === 0 ? null : <NamedBookings vm={vm} names={[...new Set(from)]} />}</Suspense>
        {mayNot === null ? (
          <section aria-label="Named devices of the host" className="flex flex-col gap-1.5">
            <h3 className="font-medium text-muted text-sm">On the host</h3>
            {reading.error === null ? null : (
              <ErrorNotice title="Could not read the named devices" problem={errorText(reading.error)} />
            )}
            {known.length === 0 ? (
              <p className="text-muted">
                The host has no named devices. They are made on the{" "}
                <Link href="/passthrough" className="text-accent underline">
                  Passthrough page
                </Link>
                , under “Named”.
              </p>
            ) : null}
            <ul className="flex flex-col gap-1.5 empty:hidden">
              {known.map((device) => (
                <li key={device.name} className={row}>
                  <div className={text}>
                    <p className="font-medium">{device.name}</p>
                    <p className="text-muted text-sm">{offerWords(device)}</p>
                  </div>
                  <ReasonButton
                    size="sm"
                    reason={readOnly}
                    aria-label={`Add ${device.name}`}
                    onClick={() =>
                      propose(`Add ${device.name}`, {
                        act: "named-devices",
                        from,
                        to: [...from, device.name],
                      })
                    }
                  >
                    <Plus aria-hidden />
                    Add…
                  </ReasonButton>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </>
  );
}

const row = "flex flex-wrap items-center gap-2 rounded-md border border-border px-3 py-2";
const text = "wrap-anywhere min-w-0 flex-1 basis-56";

function named(name: string) {
  return (device: NamedDeviceView) => device.name === name;
}

function stateOf({ running }: Hardware, address: string | null, known: NamedDeviceView | undefined): string {
  if (address !== null) {
    const card = known?.members.find(({ now }) => now === address);
    return `Has ${card?.label ?? "a card"} (${address}) while it runs`;
  }
  return running ? "Given at the next start" : "A free card is given at the start";
}

/** "2 cards, 1 free" */
function offerWords({ members, note }: NamedDeviceView): string {
  const free = members.filter(
    ({ state, heldBy }) => heldBy === null && (state === "fits" || state === "moved"),
  );
  return [`${countOf(members.length, "card")}, ${free.length} free`, note].filter(Boolean).join(". ");
}
