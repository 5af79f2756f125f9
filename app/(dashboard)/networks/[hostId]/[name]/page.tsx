import type { Metadata } from "next";
import { NetworkPage } from "@/components/network/detail/network-page";

export const metadata: Metadata = { title: "Network" };

interface NetworkPageProps {
  params: Promise<{ hostId: string; name: string }>;
}

export default async function Page({ params }: NetworkPageProps) {
  const { hostId, name } = await params;
  return <NetworkPage hostId={decodeURIComponent(hostId)} name={decodeURIComponent(name)} />;
}
