"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/api/client";
import { errorText } from "@/components/api/error-text";
import { CopyButton } from "@/components/ui/copy-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmSummary } from "@/server/fleet/schema";
import { XmlView } from "./xml-view";

type Loaded = { xml: string } | { problem: string } | null;

/** A VM's definition as libvirt has it, read only. It is asked for anew whenever the VM changes. */
export function XmlTab({ vm }: { vm: VmSummary }) {
  const loaded = useXml(vm);
  if (loaded === null) return <Skeleton className="h-80" />;
  if ("problem" in loaded) {
    return (
      <p role="alert" className="rounded-lg border border-danger/40 bg-danger/8 px-4 py-3">
        The definition could not be read: {loaded.problem}
      </p>
    );
  }
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <p className="text-muted">The definition as libvirt has it now. Read only.</p>
        <CopyButton text={loaded.xml} what="XML" />
      </div>
      <XmlView xml={loaded.xml} label={`Definition of ${vm.name}`} />
    </>
  );
}

function useXml(vm: VmSummary): Loaded {
  const [loaded, setLoaded] = useState<Loaded>(null);
  useEffect(() => {
    let outdated = false;
    const keep = (answer: Loaded) => {
      if (!outdated) setLoaded(answer);
    };
    trpc.vm.xml.query({ hostId: vm.hostId, vmId: vm.id }).then(
      ({ xml }) => keep({ xml }),
      (error: unknown) => keep({ problem: errorText(error) }),
    );
    return () => {
      outdated = true;
    };
  }, [vm]);
  return loaded;
}
