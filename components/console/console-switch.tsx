"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { VmSummary } from "@/server/fleet/schema";
import { GraphicalConsole } from "./graphical/graphical-console";

const SerialConsole = dynamic(
  () => import("./serial-console").then(({ SerialConsole: Console }) => Console),
  {
    ssr: false,
    loading: () => <Skeleton className="h-96" />,
  },
);

const kinds = [
  { id: "graphical", label: "Graphical" },
  { id: "serial", label: "Serial" },
] as const;
type ConsoleKind = (typeof kinds)[number]["id"];

/** A VM's consoles. One that was opened stays connected while the other is looked at. */
export function ConsoleSwitch({ vm, inWindow = false }: { vm: VmSummary; inWindow?: boolean }) {
  const wanted = useSearchParams().get("console");
  const [kind, setKind] = useState<ConsoleKind>(
    () => kinds.find(({ id }) => id === wanted)?.id ?? usualKind(vm),
  );
  const [opened, setOpened] = useState<ReadonlySet<ConsoleKind>>(new Set([kind]));
  const show = (id: string) => {
    const chosen = kinds.find((one) => one.id === id)?.id ?? kind;
    setKind(chosen);
    setOpened(new Set([...opened, chosen]));
    const address = new URL(window.location.href);
    address.searchParams.set("console", chosen);
    window.history.replaceState(null, "", address);
  };
  const contentClass = classNames(inWindow && "flex min-h-0 flex-1 flex-col", "data-[state=inactive]:hidden");
  return (
    <Tabs value={kind} onValueChange={show} className={inWindow ? "flex min-h-0 flex-1 flex-col" : undefined}>
      <TabsList aria-label={`Consoles of ${vm.name}`} className={inWindow ? "mb-0 px-2" : "mb-2"}>
        {kinds.map(({ id, label }) => (
          <TabsTrigger key={id} value={id}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value="graphical" forceMount className={contentClass}>
        {opened.has("graphical") ? <GraphicalConsole vm={vm} inWindow={inWindow} /> : null}
      </TabsContent>
      <TabsContent value="serial" forceMount className={contentClass}>
        {opened.has("serial") ? <SerialConsole hostId={vm.hostId} vm={vm} fills={inWindow} /> : null}
      </TabsContent>
    </Tabs>
  );
}

/** The screen where there is one that can be shown, or where there is nothing else. */
function usualKind({ graphics, hasSerialConsole, passthrough }: VmSummary): ConsoleKind {
  if (graphics.includes("vnc")) return "graphical";
  return hasSerialConsole || (graphics.length === 0 && passthrough.length === 0) ? "serial" : "graphical";
}
