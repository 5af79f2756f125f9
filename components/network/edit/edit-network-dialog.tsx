"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { useCall } from "@/components/data/use-call";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { notify } from "@/components/ui/notify";
import { useSettled } from "@/components/ui/use-settled";
import type { NetworkSettings } from "@/server/network/edit/network-settings.schema";
import type { HostNetworking } from "@/server/network/host/host-network.schema";
import type { NetworkSummary } from "@/server/network/network.schema";
import { useAnswer } from "../use-answer";
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
  const { hostId, network } = props;
  const host = useHostNetworking(hostId);
  const saved = useAnswer(network.uuid, () => trpc.network.settings.query({ hostId, uuid: network.uuid }));
  if (saved.data == null || (host.data === undefined && host.problem === null)) return null;
  return <EditNetworkForm {...props} saved={saved.data} host={host.data ?? null} />;
}

type FormProps = EditNetworkDialogProps & { saved: Saved; host: HostNetworking | null };

function EditNetworkForm({ hostId, network, saved, host, onClose }: FormProps) {
  // What the person saw at first is what they change; the server tells when it is another by now.
  const [{ settings: before, base }] = useState(saved);
  const [draft, setDraft] = useState(() => draftOf(before));
  const [tried, setTried] = useState(false);
  const call = useCall();
  const { name, uuid } = network;
  const { settings, problems } = checkSettings(draft);
  const changed = settings !== null && JSON.stringify(settings) !== JSON.stringify(before);
  const plan = usePlan(changed ? { hostId, uuid, base, settings } : null);
  const save = () => {
    setTried(true);
    if (settings === null) return;
    if (!changed) return onClose();
    void call.run(
      () => trpc.network.edit.mutate({ hostId, uuid, base, settings }),
      () => {
        notify(
          "success",
          name,
          plan?.waiting.length
            ? "Saved. The network's page shows what takes effect after a restart."
            : "Saved.",
        );
        onClose();
      },
    );
  };
  return (
    <FormDialog wide title={`Edit ${name}`} label="Save" call={call} onSubmit={save} onClose={onClose}>
      <SettingsFields
        draft={draft}
        host={host}
        severalDevices={network.devices.length > 1}
        problems={tried || settings === null ? problems : {}}
        onChange={(part: Partial<SettingsDraft>) => setDraft({ ...draft, ...part })}
      />
      {plan === undefined ? null : <EditPlanView hostId={hostId} network={network} plan={plan} />}
    </FormDialog>
  );
}

type Request = Parameters<typeof trpc.network.planEdit.mutate>[0];

/** What would come of a change; what was last said stays while a further one is looked at. */
function usePlan(request: Request | null) {
  const settled = useSettled(request, pause);
  const key = settled === null ? null : JSON.stringify(settled);
  const { data } = useAnswer(key, async () =>
    settled === null ? undefined : trpc.network.planEdit.mutate(settled),
  );
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  return request === null ? undefined : last;
}
