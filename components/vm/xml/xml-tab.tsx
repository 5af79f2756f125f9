"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Loaded } from "@/components/data/loaded";
import { useRights, vmObject } from "@/components/data/use-rights";
import { isActive } from "@/components/fleet/state-look";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmSummary } from "@/server/fleet/schema";
import type { DefinitionVersion } from "../history/use-versions";
import { ReadOnlyXml } from "./read-only-xml";
import { RunningXml } from "./running-xml";
import { useDefinition } from "./use-definition";
import { WhichXml } from "./which-xml";

const XmlEditor = dynamic(() => import("./xml-editor").then(({ XmlEditor: Editor }) => Editor), {
  ssr: false,
  loading: () => <Skeleton className="h-80" />,
});

/** A VM's definition: the saved one, to be edited by who may, and what runs now. */
export function XmlTab({ vm }: { vm: VmSummary }) {
  return (
    <Loaded reading={useDefinition(vm)} what="the definition" skeleton={<Skeleton className="h-80" />}>
      {(saved) =>
        saved === null ? (
          <RunningXml
            vm={vm}
            hint="This VM has no saved definition: it is gone when it is shut down. Read only."
          />
        ) : (
          <SavedXml vm={vm} saved={saved} />
        )
      }
    </Loaded>
  );
}

function SavedXml({ vm, saved }: { vm: VmSummary; saved: DefinitionVersion }) {
  const mayNot = useRights(vmObject(vm))("definition.preview");
  const [wantsRunning, setWantsRunning] = useState(false);
  const running = isActive(vm.state);
  const choice = running ? <WhichXml running={wantsRunning} onChange={setWantsRunning} /> : null;
  if (running && wantsRunning)
    return (
      <RunningXml vm={vm} hint="What runs now, with what libvirt filled in. Read only." choice={choice} />
    );
  if (mayNot !== null)
    return (
      <ReadOnlyXml
        vm={vm}
        xml={saved.xml}
        hint="The saved definition. Read only: your role does not allow changes."
        choice={choice}
      />
    );
  return <XmlEditor key={vm.id} vm={vm} present={saved} choice={choice} />;
}
