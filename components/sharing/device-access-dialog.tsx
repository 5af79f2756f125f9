"use client";

import { UserPlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { installationObject, useRights } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { useToldAction } from "@/components/data/use-told-action";
import { deviceShareWords } from "@/components/fleet/share-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import type { NamedSubject, Share, Subject } from "@/server/access/share.schema";
import { accessWords, ShareRow } from "./share-row";

const ShareDialog = lazy(() => import("./share-dialog"));
const ShareByNameDialog = lazy(() => import("./share-by-name-dialog"));

interface DeviceAccessProps {
  device: { hostId: string; name: string };
  onClose(): void;
}

/** With whom a named device is shared, for who may say so. */
export default function DeviceAccessDialog({ device, onClose }: DeviceAccessProps) {
  const { name } = device;
  const shares = useSubscription(api.share.watchDevice.subscriptionOptions(device));
  const [adding, setAdding] = useState(false);
  if (adding && shares.data !== undefined)
    return <AddShare device={device} shares={shares.data} onClose={() => setAdding(false)} />;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={`Access to ${name}`}
        description="Viewers, operators and administrators reach every named device by their role, besides."
        wide
        footer={
          <>
            <DialogClose asChild>
              <Button>Close</Button>
            </DialogClose>
            <Button variant="primary" onClick={() => setAdding(true)}>
              <UserPlus aria-hidden />
              Share…
            </Button>
          </>
        }
      >
        <Loaded reading={shares} what="who has access">
          {(known) =>
            known.length === 0 ? (
              <p className="text-muted">It is shared with nobody.</p>
            ) : (
              <ul aria-label="Shared with" className="-mx-4 divide-y divide-border">
                {known.map((share) => (
                  <DeviceShareRow
                    key={`${share.subject.kind} ${share.subject.id}`}
                    device={device}
                    share={share}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </DialogContent>
    </Dialog>
  );
}

function AddShare({ device, shares, onClose }: DeviceAccessProps & { shares: readonly Share[] }) {
  const seesPeople = useRights(installationObject)("people.watch") === null;
  const call = useAction(api.share.setDevice.mutationOptions(), onClose);
  const props = {
    name: device.name,
    words: deviceShareWords,
    call,
    onShare: (subject: Subject | NamedSubject, level: Share["level"]) =>
      call.run({ ...device, subject, level }),
    onClose,
  };
  return (
    <Suspense>
      {seesPeople ? <ShareDialog {...props} shares={shares} /> : <ShareByNameDialog {...props} />}
    </Suspense>
  );
}

function DeviceShareRow({ device, share }: { device: DeviceAccessProps["device"]; share: Share }) {
  const one = { ...device, subject: share.subject };
  const { changed, removed } = accessWords(share, device.name);
  const change = useToldAction(api.share.setDevice.mutationOptions(), changed);
  const remove = useToldAction(api.share.removeDevice.mutationOptions(), removed);
  return (
    <ShareRow
      share={share}
      words={deviceShareWords}
      onChange={(level) => change.run({ ...one, level })}
      onRemove={() => remove.run(one)}
    />
  );
}
