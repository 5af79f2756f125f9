import type { Metadata } from "next";
import { PoolPage } from "@/components/storage/pool/pool-page";

export const metadata: Metadata = { title: "Pool" };

interface PoolPageProps {
  params: Promise<{ hostId: string; pool: string }>;
}

export default async function Page({ params }: PoolPageProps) {
  const { hostId, pool } = await params;
  return <PoolPage hostId={decodeURIComponent(hostId)} name={decodeURIComponent(pool)} />;
}
