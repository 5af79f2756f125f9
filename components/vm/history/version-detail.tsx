"use client";

import { RotateCcw } from "lucide-react";
import { useEffect, useState } from "react";
import { type ApiOutputs, trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { useRights, vmObject } from "@/components/data/use-rights";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { VersionSummary } from "@/server/database/definition-versions";
import type { VmSummary } from "@/server/fleet/schema";
import { DiffView } from "../xml/review/diff-view";
import { ReviewDialog } from "../xml/review/review-dialog";
import type { DefinitionVersion } from "./use-versions";

type Shown = ApiOutputs["definition"]["version"];
type Loaded = { shown: Shown } | { problem: string } | null;

export interface VersionDetailProps {
  vm: VmSummary;
  version: VersionSummary;
  /** The definition as it is; null where there is no way back from it to this version. */
  present: DefinitionVersion | null;
}

/** What a version changed, and the way back to it. */
export function VersionDetail({ vm, version, present }: VersionDetailProps) {
  const loaded = useShownVersion(vm, version.id);
  if (loaded === null) return <Skeleton className="mx-4 mb-3 h-24" />;
  if ("problem" in loaded)
    return (
      <p role="alert" className="wrap-anywhere px-4 pb-3 text-danger">
        {loaded.problem}
      </p>
    );
  const { shown } = loaded;
  return (
    <div className="flex flex-col gap-2 px-4 pb-3">
      {shown.before === null ? (
        <p className="text-muted">The first version that is kept; what was before it is not known.</p>
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

function useShownVersion({ hostId, id: vmId }: VmSummary, versionId: number): Loaded {
  const [loaded, setLoaded] = useState<Loaded>(null);
  useEffect(() => {
    let outdated = false;
    const keep = (answer: Loaded) => {
      if (!outdated) setLoaded(answer);
    };
    trpc.definition.version.query({ hostId, vmId, versionId }).then(
      (shown) => keep({ shown }),
      (error: unknown) => keep({ problem: errorText(error) }),
    );
    return () => {
      outdated = true;
    };
  }, [hostId, vmId, versionId]);
  return loaded;
}
