import type { Metadata } from "next";
import { FirstLookProvider } from "@/components/fleet/first-look";
import { vmsOfRequest } from "@/components/fleet/request-fleet";
import { firstLookAt } from "@/components/vm/list/first-rows";
import { readView } from "@/components/vm/list/list-view";
import { VmList } from "@/components/vm/list/vm-list";

export const metadata: Metadata = { title: "VMs" };

export default async function VmsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const view = readView(new URLSearchParams(await searchParams));
  return (
    <FirstLookProvider look={firstLookAt(vmsOfRequest() ?? [], view)}>
      <VmList />
    </FirstLookProvider>
  );
}
