"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import JobDialog from "@/components/job/job-dialog";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import type { HostNetworking } from "@/server/network/host/host-network.schema";
import type { NetworkSummary } from "@/server/network/network.schema";
import { parseSubnet } from "@/server/network/subnet.schema";
import { addressWords } from "../network-words";
import { useHostNetworking } from "../use-host-networking";
import { ModeField } from "./mode-field";
import { ModeFields } from "./mode-fields";
import { checkDraft, type NetworkDraft, newDraft } from "./network-draft";
import { NetworkPreview } from "./network-preview";

export interface CreateNetworkDialogProps {
  hostId: string;
  networks: readonly NetworkSummary[];
  onClose(): void;
}

/** Asks for a new network, once it is known what the host has. */
export default function CreateNetworkDialog(props: CreateNetworkDialogProps) {
  const { data, error } = useHostNetworking(props.hostId);
  // Without the host's files a network can be made all the same; libvirt says what clashes.
  if (data === undefined && error === null) return null;
  return <CreateNetworkForm {...props} host={data ?? null} />;
}

function CreateNetworkForm({
  hostId,
  networks,
  host,
  onClose,
}: CreateNetworkDialogProps & { host: HostNetworking | null }) {
  const [draft, setDraft] = useState(() => newDraft(takenOf(networks, host), randomBits()));
  const [tried, setTried] = useState(false);
  const create = useAction(api.network.create.mutationOptions());
  const { request, problems } = checkDraft(draft);
  const change = (part: Partial<NetworkDraft>) => setDraft({ ...draft, ...part });
  const submit = () => {
    setTried(true);
    if (request !== null) create.run({ hostId, network: request });
  };
  if (create.answer !== undefined) return <JobDialog jobId={create.answer.jobId} onClose={onClose} />;
  return (
    <FormDialog title="New network" label="Create" call={create} onSubmit={submit} onClose={onClose}>
      <TextField
        label="Name"
        placeholder="lab"
        value={draft.name}
        problem={tried ? problems.name : undefined}
        onChange={(name) => change({ name })}
      />
      <ModeField mode={draft.mode} onChange={(mode) => change({ mode, device: "" })} />
      <ModeFields
        draft={draft}
        host={host}
        ownBridges={new Set(networks.filter(({ mode }) => mode !== "bridge").map(({ bridge }) => bridge))}
        problems={tried ? problems : {}}
        onChange={change}
      />
      <CheckField
        label="Start with the host"
        checked={draft.autostart}
        onChange={(autostart) => change({ autostart })}
      />
      <NetworkPreview hostId={hostId} request={request} />
    </FormDialog>
  );
}

function takenOf(networks: readonly NetworkSummary[], host: HostNetworking | null) {
  const written = [
    ...networks.flatMap(addressWords),
    ...(host?.networks.map(({ destination }) => destination) ?? []),
  ];
  return written.map(parseSubnet).filter((subnet) => subnet !== null);
}

/** 56 of them. */
function randomBits(): bigint {
  return crypto.getRandomValues(new BigUint64Array(1)).reduce((_, bits) => bits >> 8n, 0n);
}
