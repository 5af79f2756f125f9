import type { Metadata } from "next";
import { ConsoleWindow } from "@/components/console/console-window";

export const metadata: Metadata = { title: "Console" };

interface ConsolePageProps {
  params: Promise<{ hostId: string; vmId: string }>;
}

export default async function Page({ params }: ConsolePageProps) {
  const { hostId, vmId } = await params;
  return <ConsoleWindow hostId={decodeURIComponent(hostId)} vmId={decodeURIComponent(vmId)} />;
}
