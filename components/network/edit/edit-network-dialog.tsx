"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/data/api";
import { trpc } from "@/components/data/client";
import { Loaded } from "@/components/data/loaded";
import type { Reading } from "@/components/data/reading";
import { useAction } from "@/components/data/use-action";
import JobDialog from "@/components/job/job-dialog";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useSettled } from "@/components/ui/use-settled";
import type { NetworkEditPlan } from "@/server/network/edit/network-edit.schema";
import type { NetworkSettings } from "@/server/network/edit/network-settings.schema";
import type { HostNetworking } from "@/server/network/host/host-network.schema";
import type { NetworkSummary } from "@/server/network/network.schema";
import { useHostNetworking } from "../use-host-networking";
import { EditPlanView } from "./edit-plan-view";
import { checkSettings, draftOf, type SettingsDraft } from "./settings-draft";
import { SettingsFields } from "./settings-fields";

export interface EditNetworkDialogProps {
  hostId: string;
  network: NetworkSummary;
  onClose(): void;
}

interface Saved {
  settings: NetworkSettings;
  base: string;
}

const pause = 300;

/** Changes a network's definition, once it is known what it says now and what the host has. */
export default function EditNetworkDialog(props: EditNetworkDialogProps) {
  const { hostId, network, onClose } = props;
  const host = useHostNetworking(hostId);
  const saved = useQuery(
    // Each time anew: what the person saw at first is what they change.
    api.network.settings.queryOptions({ hostId, uuid: network.uuid }, { staleTime: 0, gcTime: 0 }),
  );
  if (saved.data && (host.data !== undefined || host.error !== null))
    return <EditNetworkForm {...props} saved={saved.data} host={host.data ?? null} />;
  // What comes at once shows no dialog before.
  if (saved.data !== null && saved.error === null) return null;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent wide title={`Edit ${network.name}`}>
        <Loaded reading={saved} what="the network's settings">
          {() => <p>The network was deleted meanwhile.</p>}
        </Loaded>
      </DialogContent>
    </Dialog>
  );
}

type FormProps = EditNetworkDialogProps & { saved: Saved; host: HostNetworking | null };

function EditNetworkForm({ hostId, network, saved, host, onClose }: FormProps) {
  // What the person saw at first is what they change; the server tells when it is another by now.
  const [{ settings: before, base }] = useState(saved);
  const [draft, setDraft] = useState(() => draftOf(before));
  const [tried, setTried] = useState(false);
  const { name, uuid } = network;
  const { settings, problems } = checkSettings(draft);
  const changed = settings !== null && JSON.stringify(settings) !== JSON.stringify(before);
  const reading = usePlan(changed ? { hostId, uuid, base, settings } : null);
  const save = useAction(api.network.edit.mutationOptions());
  const submit = () => {
    setTried(true);
    if (settings === null) return;
    if (changed) save.run({ hostId, uuid, base, settings });
    else onClose();
  };
  if (save.answer !== undefined) return <JobDialog jobId={save.answer.jobId} onClose={onClose} />;
  return (
    <FormDialog wide title={`Edit ${name}`} label="Save" call={save} onSubmit={submit} onClose={onClose}>
      <SettingsFields
        draft={draft}
        host={host}
        severalDevices={network.devices.length > 1}
        problems={tried || settings === null ? problems : {}}
        onChange={(part: Partial<SettingsDraft>) => setDraft({ ...draft, ...part })}
      />
      {changed ? (
        <Loaded reading={reading} what="what would change" skeleton={<Skeleton className="h-24" />}>
          {(plan) => <EditPlanView hostId={hostId} network={network} plan={plan} />}
        </Loaded>
      ) : null}
    </FormDialog>
  );
}

type PlanRequest = Parameters<typeof trpc.network.planEdit.mutate>[0];

/** What would come of a change; what was last said stays while a further one is looked at. */
function usePlan(request: PlanRequest | null): Reading<NetworkEditPlan> {
  const settled = useSettled(request, pause);
  return useQuery({
    queryKey: ["network.planEdit", settled],
    queryFn: settled === null ? skipToken : () => trpc.network.planEdit.mutate(settled),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
