"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { HostChoice } from "@/components/fleet/host-choice";
import { HostProblemNotices } from "@/components/fleet/host-problems";
import { useFleetLoaded, useHosts, useVm } from "@/components/fleet/use-fleet";
import { vmKey } from "@/components/fleet/vm-key";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { presetTable } from "@/server/create/presets/preset-table.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { freeName } from "./state/room";
import { type Way, ways } from "./state/way";
import { openWizard, type Wizard } from "./state/wizard";
import { type LoadedChoices, useChoices } from "./use-choices";
import { WizardView } from "./wizard-view";

/** Makes a VM. The address may say of what: "?host=local&from=clone&vm=UUID". */
export function NewVmPage() {
  const search = useSearchParams();
  const loaded = useFleetLoaded();
  const hosts = useHosts();
  const [chosen, setChosen] = useState(search.get("host"));
  const host =
    hosts.find(({ id }) => id === chosen) ??
    hosts.find(({ connection }) => connection === "connected") ??
    hosts[0];
  return (
    <>
      <PageHeader
        title="New VM"
        description="Choose a source and a preset. Everything else has a default that you can change in the next steps."
        actions={
          hosts.length > 1 && host !== undefined ? (
            <HostChoice hosts={hosts} host={host} onChoose={setChosen} />
          ) : undefined
        }
      />
      <HostProblemNotices />
      {loaded && host !== undefined ? (
        <OnHost key={host.id} hostId={host.id} from={wayOf(search.get("from"))} vmId={search.get("vm")} />
      ) : (
        <Waiting />
      )}
    </>
  );
}

interface OnHostProps {
  hostId: string;
  from: Way;
  vmId: string | null;
}

function OnHost({ hostId, from, vmId }: OnHostProps) {
  const [loaded, again] = useChoices(hostId);
  const original = useVm(vmKey({ hostId, id: vmId ?? "" }));
  if (loaded.state === "loading") return <Waiting />;
  if (loaded.state === "failed") {
    return (
      <div role="alert" className="wrap-anywhere rounded-lg border border-danger/40 bg-danger/8 px-4 py-3">
        <p>This host's resources could not be read: {loaded.problem}</p>
        <Button className="mt-2" onClick={again}>
          Try again
        </Button>
      </div>
    );
  }
  const { choices, presets } = loaded;
  return (
    <WizardView hostId={hostId} choices={choices} presets={presets} opened={opened(loaded, from, original)} />
  );
}

type Here = Extract<LoadedChoices, { state: "here" }>;

function opened({ choices }: Here, from: Way, original: VmSummary | null): Wizard {
  const wizard = openWizard(from, { kind: "ours", preset: presetTable["linux-server"] }, choices);
  if (original === null) return wizard;
  const name = freeName(`${original.name}-clone`, choices.vmNames);
  return { ...wizard, clone: { ...wizard.clone, vmId: original.id, name } };
}

function wayOf(text: string | null): Way {
  return ways.find((way) => way === text) ?? "iso";
}

function Waiting() {
  return (
    <div aria-busy="true" className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <p className="sr-only" role="status">
        Loading the host's resources
      </p>
      <Skeleton className="h-96" />
      <Skeleton className="h-72" />
    </div>
  );
}
