import type { Metadata } from "next";
import { VmPage } from "@/components/vm/detail/vm-page";

export const metadata: Metadata = { title: "VM" };

interface VmPageProps {
  params: Promise<{ hostId: string; vmId: string }>;
}

export default async function Page({ params }: VmPageProps) {
  const { hostId, vmId } = await params;
  return <VmPage hostId={decodeURIComponent(hostId)} vmId={decodeURIComponent(vmId)} />;
}
