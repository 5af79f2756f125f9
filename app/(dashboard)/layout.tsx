import { headers } from "next/headers";
import type { ReactNode } from "react";
import { EarlyConnection } from "@/components/shell/early-connection";
import { Shell } from "@/components/shell/shell";
import { UploadDock } from "@/components/storage/upload/upload-dock";
import { VmActionsProvider } from "@/components/vm/vm-actions";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <EarlyConnection nonce={(await headers()).get("x-nonce")} />
      <Shell dock={<UploadDock />}>
        <VmActionsProvider>{children}</VmActionsProvider>
      </Shell>
    </>
  );
}
