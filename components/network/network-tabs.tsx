"use client";

import { useSearchParams } from "next/navigation";
import { lazy, type ReactNode, Suspense } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";

const HostLinksTab = lazy(() => import("./host/host-links-tab"));
const FiltersTab = lazy(() => import("./filter/filters-tab"));

const tabs = [
  { id: "networks", label: "Networks" },
  { id: "host", label: "Host network" },
  { id: "filters", label: "Filters" },
] as const;

/** The parts of the networks' page. Which one is open stands in the address: "?tab=host". */
export function NetworkTabs({ hostId, children }: { hostId: string; children: ReactNode }) {
  const search = useSearchParams();
  const open = tabs.find((tab) => tab.id === search.get("tab"))?.id ?? "networks";
  const show = (id: string) => {
    const wanted = id === "networks" ? "" : `?tab=${id}`;
    const { pathname, search: now } = window.location;
    // A press tells twice: once pressed, once focused.
    if (now !== wanted) window.history.pushState(null, "", `${pathname}${wanted}`);
  };
  return (
    <Tabs value={open} onValueChange={show}>
      <TabsList aria-label="Network sections">
        {tabs.map(({ id, label }) => (
          <TabsTrigger key={id} value={id}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value="networks">{children}</TabsContent>
      <Suspense fallback={<Skeleton className="h-40 rounded-lg" />}>
        <TabsContent value="host">
          <HostLinksTab hostId={hostId} />
        </TabsContent>
        <TabsContent value="filters">
          <FiltersTab hostId={hostId} />
        </TabsContent>
      </Suspense>
    </Tabs>
  );
}
