import { headers } from "next/headers";
import type { ReactNode } from "react";
import { EarlyConnection } from "@/components/shell/early-connection";
import { Shell } from "@/components/shell/shell";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <EarlyConnection nonce={(await headers()).get("x-nonce")} />
      <Shell>{children}</Shell>
    </>
  );
}
