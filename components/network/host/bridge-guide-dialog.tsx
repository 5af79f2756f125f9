"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { Skeleton } from "@/components/ui/skeleton";
import { useSettled } from "@/components/ui/use-settled";
import { type BridgeRequest, bridgeWishSchema } from "@/server/network/guide/bridge-guide.schema";
import type { HostLink } from "@/server/network/host/host-network.schema";
import { GuideView } from "./guide-view";

export interface BridgeGuideDialogProps {
  hostId: string;
  device: string;
  links: readonly HostLink[];
  onClose(): void;
}

const pause = 300;

/** What making a bridge does to the host, and the commands for whoever is at it. */
export function BridgeGuideDialog({ hostId, device, links, onClose }: BridgeGuideDialogProps) {
  const link = links.find(({ name }) => name === device);
  const [bridge, setBridge] = useState(() => freeName(links));
  const [address, setAddress] = useState<BridgeRequest["address"]>("dhcp");
  const checked = bridgeWishSchema.safeParse({ device, bridge, address });
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title={`Create a bridge with ${device}`}
        description="Passdeck doesn't run these commands: they could cut your own connection to it."
        footer={
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
        }
      >
        <div className="grid gap-3 pt-3 sm:grid-cols-2">
          <TextField
            label="Bridge name"
            mono
            value={bridge}
            problem={checked.success ? null : checked.error.issues[0]?.message}
            onChange={setBridge}
          />
          <SelectField<BridgeRequest["address"]>
            label="Host address"
            value={address}
            choices={[
              { value: "dhcp" as const, label: "DHCP" },
              ...(link !== undefined && link.cidrs.length > 0
                ? [{ value: "fixed" as const, label: `Fixed: ${link.cidrs.join(", ")}, as now` }]
                : []),
            ]}
            onChange={setAddress}
          />
        </div>
        <Guide hostId={hostId} request={checked.success ? checked.data : null} />
      </DialogContent>
    </Dialog>
  );
}

function Guide({ hostId, request }: { hostId: string; request: BridgeRequest | null }) {
  const settled = useSettled(request, pause);
  const guide = useQuery(
    api.network.bridgeGuide.queryOptions(settled === null ? skipToken : { hostId, ...settled }),
  );
  if (request === null) return null;
  return (
    <div className="mt-4">
      <Loaded reading={guide} what="the commands" skeleton={<Skeleton className="h-64" />}>
        {(told) => <GuideView guide={told} />}
      </Loaded>
    </div>
  );
}

function freeName(links: readonly HostLink[]): string {
  const taken = new Set(links.map(({ name }) => name));
  let number = 0;
  while (taken.has(`br${number}`)) number += 1;
  return `br${number}`;
}
