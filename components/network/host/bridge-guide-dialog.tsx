"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/form/field";
import { TextField } from "@/components/ui/form/text-field";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { useSettled } from "@/components/ui/use-settled";
import { type BridgeRequest, bridgeWishSchema } from "@/server/network/guide/bridge-guide.schema";
import type { HostLink } from "@/server/network/host/host-network.schema";
import { useAnswer } from "../use-answer";
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
          <Field label="Host address">
            {(attributes) => (
              <Select
                {...attributes}
                className="w-full"
                value={address}
                onChange={({ target }) => setAddress(target.value === "fixed" ? "fixed" : "dhcp")}
              >
                <option value="dhcp">DHCP</option>
                {link?.cidr ? <option value="fixed">Fixed: {link.cidr}, as now</option> : null}
              </Select>
            )}
          </Field>
        </div>
        <Guide hostId={hostId} request={checked.success ? checked.data : null} />
      </DialogContent>
    </Dialog>
  );
}

function Guide({ hostId, request }: { hostId: string; request: BridgeRequest | null }) {
  const settled = useSettled(request, pause);
  const key = settled === null ? null : JSON.stringify([hostId, settled]);
  const { data, problem } = useAnswer(key, async () =>
    settled === null ? null : trpc.network.bridgeGuide.query({ hostId, ...settled }),
  );
  if (problem !== null) return <p className="wrap-anywhere mt-3 text-danger">{problem}</p>;
  if (data === undefined) return request === null ? null : <Skeleton className="mt-3 h-64" />;
  return data === null ? null : <GuideView guide={data} />;
}

function freeName(links: readonly HostLink[]): string {
  const taken = new Set(links.map(({ name }) => name));
  let number = 0;
  while (taken.has(`br${number}`)) number += 1;
  return `br${number}`;
}
