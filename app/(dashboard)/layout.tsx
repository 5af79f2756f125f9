import { headers } from "next/headers";
import type { ReactNode } from "react";
import { IdentityCheck } from "@/components/access/identity-check";
import { DataProvider } from "@/components/data/data-provider";
import { EarlyConnection } from "@/components/shell/early-connection";
import { Shell } from "@/components/shell/shell";
import { UploadDock } from "@/components/storage/upload/upload-dock";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <EarlyConnection nonce={(await headers()).get("x-nonce")} />
      <DataProvider>
        <Shell dock={<UploadDock />}>{children}</Shell>
        <IdentityCheck />
      </DataProvider>
    </>
  );
}
