"use client";

import { useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { api } from "@/components/data/api";
import { type ApiOutputs, trpc } from "@/components/data/client";
import { Loaded } from "@/components/data/loaded";
import { useRights, vmObject } from "@/components/data/use-rights";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DiffView } from "@/components/ui/diff-view";
import { Skeleton } from "@/components/ui/skeleton";
import type { VersionSummary } from "@/server/database/definition-version.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { ReviewDialog } from "../xml/review/review-dialog";
import type { DefinitionVersion } from "./use-versions";

type Shown = ApiOutputs["definition"]["version"];

export interface VersionDetailProps {
  vm: VmSummary;
  version: VersionSummary;
  /** The definition as it is; null where there is no way back from it to this version. */
  present: DefinitionVersion | null;
}

/** What a version changed, and the way back to it. */
export function VersionDetail({ vm, version, present }: VersionDetailProps) {
  const { hostId, id: vmId } = vm;
  const shown = useQuery(api.definition.version.queryOptions({ hostId, vmId, versionId: version.id }));
  return (
    <div className="px-4 pb-3">
      <Loaded reading={shown} what="the version" skeleton={<Skeleton className="h-24" />}>
        {(answer) => <ShownVersion vm={vm} shown={answer} present={present} />}
      </Loaded>
    </div>
  );
}

function ShownVersion({ vm, shown, present }: Omit<VersionDetailProps, "version"> & { shown: Shown }) {
  return (
    <div className="flex flex-col gap-2">
      {shown.before === null ? (
        <p className="text-muted">The first recorded version.</p>
      ) : (
        <DiffView title="What it changed" diff={shown.diff} />
      )}
      <div className="flex flex-wrap gap-2">
        {present === null ? null : <Restore vm={vm} wanted={shown} present={present} />}
        <CopyButton text={shown.version.xml} what="XML" />
      </div>
    </div>
  );
}

interface RestoreProps {
  vm: VmSummary;
  wanted: Shown;
  present: DefinitionVersion;
}

function Restore({ vm, wanted, present }: RestoreProps) {
  const [asking, setAsking] = useState(false);
  const mayNot = useRights(vmObject(vm));
  if (mayNot("definition.preview") !== null) return null;
  const { hostId, id: vmId } = vm;
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <RotateCcw aria-hidden />
        Restore…
      </Button>
      {asking ? (
        <ReviewDialog
          vm={vm}
          title={`Restore the definition of ${vm.name}`}
          label="Restore"
          xml={wanted.restored}
          base={present}
          save={(base) =>
            trpc.definition.restore.mutate({ hostId, vmId, versionId: wanted.version.id, base: base.id })
          }
          onSaved={() => undefined}
          onRebase={() => undefined}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
