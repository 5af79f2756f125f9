"use client";

import { UserPlus, Users } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { useRights, vmObject } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { vmShareWords } from "@/components/fleet/share-words";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { VmSummary } from "@/server/fleet/schema";
import { ConsoleAccess } from "./console-access";
import { VmShareRow } from "./vm-share-row";

const ShareDialog = lazy(() => import("@/components/sharing/share-dialog"));

/** With whom a VM is shared and who reaches its consoles, for who may say so. */
export function AccessTab({ vm }: { vm: VmSummary }) {
  const mayNot = useRights(vmObject(vm));
  return (
    <>
      {mayNot("share.watch") === null ? <Shares vm={vm} /> : null}
      {mayNot("console.access") === null ? <ConsoleAccess vm={vm} /> : null}
    </>
  );
}

function Shares({ vm }: { vm: VmSummary }) {
  const { hostId, id: vmId, name } = vm;
  const shares = useSubscription(api.share.watch.subscriptionOptions({ hostId, vmId }));
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  const share = useAction(api.share.set.mutationOptions(), close);
  const button = (
    <Button
      onClick={() => {
        share.reset();
        setAdding(true);
      }}
    >
      <UserPlus aria-hidden />
      Share…
    </Button>
  );
  return (
    <Loaded reading={shares} what="who has access">
      {(known) => (
        <>
          {known.length === 0 ? (
            <EmptyState
              icon={<Users />}
              title={`${name} is shared with nobody`}
              description="Members see the VMs alone that are shared with them or with a group of theirs. Viewers, operators and administrators see all VMs by their role."
              action={button}
            />
          ) : (
            <Card>
              <CardHeader title="Shared with" aside={button} />
              <ul className="divide-y divide-border">
                {known.map((share) => (
                  <VmShareRow key={`${share.subject.kind} ${share.subject.id}`} vm={vm} share={share} />
                ))}
              </ul>
              <p className="border-border border-t px-4 py-2.5 text-muted text-sm">
                Viewers, operators and administrators reach every VM by their role, besides.
              </p>
            </Card>
          )}
          <Suspense>
            {adding ? (
              <ShareDialog
                name={name}
                words={vmShareWords}
                shares={known}
                call={share}
                onShare={(subject, level) => share.run({ hostId, vmId, subject, level })}
                onClose={close}
              />
            ) : null}
          </Suspense>
        </>
      )}
    </Loaded>
  );
}
