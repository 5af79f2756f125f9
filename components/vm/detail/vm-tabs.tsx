"use client";

import { useSearchParams } from "next/navigation";
import { lazy, type ReactNode, Suspense } from "react";
import { useRights, vmObject } from "@/components/data/use-rights";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { VmSummary } from "@/server/fleet/schema";
import { OverviewTab } from "./overview-tab";

const ConsoleSwitch = lazy(() =>
  import("@/components/console/console-switch").then((part) => ({ default: part.ConsoleSwitch })),
);
const HardwareTab = lazy(() =>
  import("../hardware/hardware-tab").then((part) => ({ default: part.HardwareTab })),
);
const HistoryTab = lazy(() =>
  import("../history/history-tab").then((part) => ({ default: part.HistoryTab })),
);
const XmlTab = lazy(() => import("../xml/xml-tab").then((part) => ({ default: part.XmlTab })));
const AccessTab = lazy(() => import("../access/access-tab").then((part) => ({ default: part.AccessTab })));
const EventsTab = lazy(() => import("../event/events-tab").then((part) => ({ default: part.EventsTab })));

const tabs = [
  { id: "overview", label: "Overview" },
  { id: "hardware", label: "Hardware" },
  { id: "console", label: "Console" },
  { id: "xml", label: "XML" },
  { id: "history", label: "History" },
  { id: "events", label: "Events" },
  { id: "access", label: "Access" },
] as const;

/** The parts of a VM's page. Which one is open stands in the address: "?tab=console". */
export function VmTabs({ vm }: { vm: VmSummary }) {
  const search = useSearchParams();
  const mayNot = useRights(vmObject(vm));
  const hasAccessTab = mayNot("share.watch") === null || mayNot("console.access") === null;
  const shown = tabs.filter(({ id }) => id !== "access" || hasAccessTab);
  const open = shown.find((tab) => tab.id === search.get("tab"))?.id ?? "overview";
  const show = (id: string) => {
    const { pathname, search: now } = window.location;
    const wanted = id === "overview" ? "" : `?tab=${id}`;
    if (now !== wanted) window.history.pushState(null, "", `${pathname}${wanted}`);
  };
  return (
    <Tabs value={open} onValueChange={show}>
      <TabsList aria-label={`Parts of ${vm.name}`}>
        {shown.map(({ id, label }) => (
          <TabsTrigger key={id} value={id}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value="overview">
        <OverviewTab vm={vm} />
      </TabsContent>
      <TabsContent value="hardware">
        <Arriving>
          <HardwareTab vm={vm} />
        </Arriving>
      </TabsContent>
      <TabsContent value="console">
        <Arriving>
          <ConsoleSwitch vm={vm} />
        </Arriving>
      </TabsContent>
      <TabsContent value="xml">
        <Arriving>
          <XmlTab vm={vm} />
        </Arriving>
      </TabsContent>
      <TabsContent value="history">
        <Arriving>
          <HistoryTab vm={vm} />
        </Arriving>
      </TabsContent>
      <TabsContent value="events">
        <Arriving>
          <EventsTab vm={vm} />
        </Arriving>
      </TabsContent>
      <TabsContent value="access">
        <Arriving>
          <AccessTab vm={vm} />
        </Arriving>
      </TabsContent>
    </Tabs>
  );
}

/** In each tab one of its own: one that is new shows at once what stands for its content. */
function Arriving({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Skeleton className="h-96" />}>{children}</Suspense>;
}
