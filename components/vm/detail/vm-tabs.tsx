"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { VmSummary } from "@/server/fleet/schema";
import { OverviewTab } from "./overview-tab";

const ConsoleSwitch = dynamic(
  () => import("@/components/console/console-switch").then(({ ConsoleSwitch: Consoles }) => Consoles),
  { ssr: false, loading: () => <Skeleton className="h-96" /> },
);

const HardwareTab = dynamic(
  () => import("../hardware/hardware-tab").then(({ HardwareTab: Hardware }) => Hardware),
  { ssr: false, loading: () => <Skeleton className="h-96" /> },
);

const HistoryTab = dynamic(
  () => import("../history/history-tab").then(({ HistoryTab: Versions }) => Versions),
  { ssr: false, loading: () => <Skeleton className="h-40" /> },
);

const XmlTab = dynamic(() => import("../xml/xml-tab").then(({ XmlTab: Xml }) => Xml), {
  ssr: false,
  loading: () => <Skeleton className="h-80" />,
});

const EventsTab = dynamic(() => import("../event/events-tab").then(({ EventsTab: Events }) => Events), {
  ssr: false,
  loading: () => <Skeleton className="h-40" />,
});

const tabs = [
  { id: "overview", label: "Overview" },
  { id: "hardware", label: "Hardware" },
  { id: "console", label: "Console" },
  { id: "xml", label: "XML" },
  { id: "history", label: "History" },
  { id: "events", label: "Events" },
] as const;

/** The parts of a VM's page. Which one is open stands in the address: "?tab=console". */
export function VmTabs({ vm }: { vm: VmSummary }) {
  const search = useSearchParams();
  const open = tabs.find((tab) => tab.id === search.get("tab"))?.id ?? "overview";
  const show = (id: string) => {
    const { pathname, search: now } = window.location;
    const wanted = id === "overview" ? "" : `?tab=${id}`;
    if (now !== wanted) window.history.pushState(null, "", `${pathname}${wanted}`);
  };
  return (
    <Tabs value={open} onValueChange={show}>
      <TabsList aria-label={`Parts of ${vm.name}`}>
        {tabs.map(({ id, label }) => (
          <TabsTrigger key={id} value={id}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value="overview">
        <OverviewTab vm={vm} />
      </TabsContent>
      <TabsContent value="hardware">
        <HardwareTab vm={vm} />
      </TabsContent>
      <TabsContent value="console">
        <ConsoleSwitch vm={vm} />
      </TabsContent>
      <TabsContent value="xml">
        <XmlTab vm={vm} />
      </TabsContent>
      <TabsContent value="history">
        <HistoryTab vm={vm} />
      </TabsContent>
      <TabsContent value="events">
        <EventsTab vm={vm} />
      </TabsContent>
    </Tabs>
  );
}
