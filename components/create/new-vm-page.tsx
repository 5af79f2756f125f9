"use client";

import { useSearchParams } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { Loaded } from "@/components/data/loaded";
import { hostObject, useMay } from "@/components/data/use-rights";
import { HostChoice } from "@/components/fleet/host-choice";
import { HostProblemNotices } from "@/components/fleet/host-problems";
import { useFleetLoaded, useHosts, useVm } from "@/components/fleet/use-fleet";
import { vmKey } from "@/components/fleet/vm-key";
import { Loading } from "@/components/ui/loading";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { VmSummary } from "@/server/fleet/schema";
import type { Opening } from "./opening";
import { freeName } from "./state/room";
import { type Way, ways } from "./state/way";
import { openWizard, type Wizard } from "./state/wizard";
import { useChoices } from "./use-choices";
import { WizardView } from "./wizard-view";

const NoHost = lazy(() => import("./no-host"));

/** Makes a VM. The address may say of what: "?host=local&from=clone&vm=UUID". */
export function NewVmPage({ opening }: { opening: Opening }) {
  const search = useSearchParams();
  const loaded = useFleetLoaded();
  const may = useMay();
  const hosts = useHosts().filter(({ id }) => may("create.choices", hostObject(id)));
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
      {loaded && host === undefined ? (
        <Suspense>
          <NoHost />
        </Suspense>
      ) : loaded && host !== undefined ? (
        <OnHost
          key={host.id}
          hostId={host.id}
          opening={opening}
          from={wayOf(search.get("from"))}
          originalKey={vmKey({ hostId: search.get("host") ?? host.id, id: search.get("vm") ?? "" })}
        />
      ) : (
        <Loading what="the hosts">
          <WizardSkeleton />
        </Loading>
      )}
    </>
  );
}

interface OnHostProps {
  hostId: string;
  opening: Opening;
  from: Way;
  /** Of the VM that the address names, wherever it is. */
  originalKey: string;
}

function OnHost({ hostId, opening, from, originalKey }: OnHostProps) {
  const reading = useChoices(hostId);
  const original = useVm(originalKey);
  return (
    <Loaded reading={reading} what="the host's resources" skeleton={<WizardSkeleton />}>
      {({ choices, presets }) => (
        <WizardView
          hostId={hostId}
          choices={choices}
          ourPresets={opening.presets}
          presets={presets}
          reloadPresets={reading.refetchPresets}
          reloadChoices={reading.refetchChoices}
          opened={opened(openWizard(from, opening.preset, choices), { hostId, choices, original })}
        />
      )}
    </Loaded>
  );
}

function opened(
  wizard: Wizard,
  { hostId, choices, original }: { hostId: string; choices: CreateChoices; original: VmSummary | null },
): Wizard {
  if (original === null) return wizard;
  const name = freeName(`${original.name}-clone`, choices.vmNames);
  const fromHostId = original.hostId === hostId ? null : original.hostId;
  return { ...wizard, clone: { ...wizard.clone, vmId: original.id, fromHostId, name } };
}

function wayOf(text: string | null): Way {
  return ways.find((way) => way === text) ?? "iso";
}

function WizardSkeleton() {
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <Skeleton className="h-96" />
      <Skeleton className="h-72" />
    </div>
  );
}
