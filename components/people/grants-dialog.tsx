"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/data/api";
import { errorText } from "@/components/data/error-text";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { useSubscription } from "@/components/data/use-subscription";
import { HostChoice } from "@/components/fleet/host-choice";
import { useHosts } from "@/components/fleet/use-fleet";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import type { Grant, HostGrant } from "@/server/access/grant.schema";
import type { Subject } from "@/server/access/share.schema";
import type { HostSummary } from "@/server/fleet/schema";
import { GrantNames } from "./grant-names";
import { LimitNotice } from "./limit-notice";

interface GrantsDialogProps {
  subject: Subject;
  name: string;
  onClose(): void;
}

/** Lets a user or a group make VMs: on which host, of what there. */
export default function GrantsDialog({ subject, name, onClose }: GrantsDialogProps) {
  const hosts = useHosts();
  const [chosen, setChosen] = useState<string | null>(null);
  const reading = useQuery(api.grant.of.queryOptions({ subject }, { staleTime: 0, gcTime: 0 }));
  const host = hosts.find(({ id }) => id === chosen) ?? hosts[0];
  if (reading.data !== undefined && host !== undefined) {
    const given = reading.data.find(({ hostId }) => hostId === host.id) ?? null;
    return (
      <GrantForm key={host.id} subject={subject} name={name} host={host} given={given} onClose={onClose}>
        {hosts.length > 1 ? <HostChoice hosts={hosts} host={host} onChoose={setChosen} /> : null}
      </GrantForm>
    );
  }
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={titleOf(name)}
        footer={
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
        }
      >
        <Loaded reading={reading} what="what they may use">
          {() => null}
        </Loaded>
      </DialogContent>
    </Dialog>
  );
}

const titleOf = (name: string) => `Creating VMs: ${name}`;

const nothing: Grant = { pools: [], networks: [], media: [], devices: [] };

interface GrantFormProps extends GrantsDialogProps {
  host: HostSummary;
  given: HostGrant | null;
  children: React.ReactNode;
}

function GrantForm({ subject, name, host, given, onClose, children }: GrantFormProps) {
  const [on, setOn] = useState(given !== null);
  const [grant, setGrant] = useState<Grant>(given ?? nothing);
  const set = useAction(api.grant.set.mutationOptions(), onClose);
  const change = (part: Partial<Grant>) => setGrant((before) => ({ ...before, ...part }));
  const submit = () => set.run({ subject, hostId: host.id, grant: on ? grant : null });
  const { pools, networks, media, devices } = grant;
  const named = useSubscription(api.booking.watch.subscriptionOptions({ hostId: host.id }));
  const whose = subject.kind === "user" ? "They own" : "The group owns";
  return (
    <FormDialog
      title={titleOf(name)}
      description={`${whose} the VMs made this way, within the quota. Of the host’s devices they get what a name below stands for; host paths, bridges and XML stay with administrators.`}
      label="Save"
      call={set}
      onSubmit={submit}
      onClose={onClose}
    >
      {children}
      <CheckField label={`May create VMs on ${host.name}`} checked={on} onChange={setOn} />
      {on ? (
        <>
          <LimitNotice subject={subject} />
          <GrantNames
            legend="Storage pools for new disks"
            offered={host.pools.map((pool) => pool.name)}
            chosen={pools}
            onChange={(names) => change({ pools: names })}
          />
          <GrantNames
            legend="Networks"
            offered={host.networks.map((network) => network.name)}
            chosen={networks}
            onChange={(names) => change({ networks: names })}
          />
          <GrantNames
            legend="Storage pools of ISOs and images"
            note="They may read everything in these pools but disks of VMs. A pool is for new disks or for media, for everybody on the host."
            offered={host.pools.map((pool) => pool.name)}
            chosen={media}
            onChange={(names) => change({ media: names })}
          />
          <GrantNames
            legend="Named devices"
            note={
              named.error === null
                ? "Their VMs may ask for a free card of these at each start."
                : `Could not read the host’s: ${errorText(named.error)}`
            }
            offered={named.error === null && named.data ? named.data.map((device) => device.name) : null}
            chosen={devices}
            onChange={(names) => change({ devices: names })}
          />
        </>
      ) : null}
    </FormDialog>
  );
}
