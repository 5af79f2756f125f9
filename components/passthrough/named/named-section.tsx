"use client";

import { Plus, Tag } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { api } from "@/components/data/api";
import { errorText } from "@/components/data/error-text";
import { Loaded } from "@/components/data/loaded";
import { hostObject, useRights } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ReasonButton } from "@/components/ui/reason-button";
import type { NamedDeviceView } from "@/server/pci/named/named-device.schema";
import type { JudgedReport } from "@/server/pci/schema";
import { NamedItem } from "./named-item";

const NamedDialog = lazy(() => import("./named-dialog"));
const DeleteNamedDialog = lazy(() => import("./delete-named-dialog"));

export interface NamedSectionProps {
  hostId: string;
  report: JudgedReport;
  onOpen(address: string): void;
}

/** What is asked over the page: to add a name, to change or to delete one. */
type Asking = { kind: "edit"; device: NamedDeviceView | null } | { kind: "delete"; device: NamedDeviceView };

/** The host's named devices: which cards each name stands for, how these stand, and which VMs ask for it. */
export default function NamedSection({ hostId, report, onOpen }: NamedSectionProps) {
  const reading = useSubscription(api.named.watch.subscriptionOptions({ hostId }));
  const bookables = useSubscription(api.booking.watch.subscriptionOptions({ hostId }));
  const mayNot = useRights(hostObject(hostId))("named.change");
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const add = () => setAsking({ kind: "edit", device: null });
  return (
    <Loaded reading={reading} what="the named devices">
      {(known) => (
        <>
          <p role="alert" className="text-danger empty:hidden">
            {bookables.error === null ? null : `Could not read the bookings: ${errorText(bookables.error)}`}
          </p>
          {known === null || known.length === 0 ? (
            <EmptyState
              icon={<Tag />}
              title="No named devices"
              description="A name stands for one card or several of a kind. A VM that asks for the name gets a free one at each start, so VMs can share them in turn."
              action={
                <ReasonButton reason={mayNot} variant="primary" onClick={add}>
                  Add a named device…
                </ReasonButton>
              }
            />
          ) : (
            <div className="flex flex-col gap-2.5">
              <div className="flex justify-end">
                <Button size="sm" disabled={mayNot !== null} onClick={add}>
                  <Plus aria-hidden />
                  Add a named device…
                </Button>
              </div>
              <ul aria-label="Named devices" className="flex flex-col gap-2.5">
                {known.map((device) => (
                  <NamedItem
                    key={device.name}
                    hostId={hostId}
                    device={device}
                    bookable={bookables.data?.find(({ name }) => name === device.name) ?? null}
                    readOnly={mayNot}
                    onOpen={onOpen}
                    onEdit={() => setAsking({ kind: "edit", device })}
                    onDelete={() => setAsking({ kind: "delete", device })}
                  />
                ))}
              </ul>
            </div>
          )}
          <Suspense>
            {asking?.kind === "edit" ? (
              <NamedDialog hostId={hostId} report={report} device={asking.device} onClose={close} />
            ) : null}
            {asking?.kind === "delete" ? (
              <DeleteNamedDialog hostId={hostId} name={asking.device.name} onClose={close} />
            ) : null}
          </Suspense>
        </>
      )}
    </Loaded>
  );
}
