import { headers } from "next/headers";
import type { ReactNode } from "react";
import { EarlyConnection } from "@/components/shell/early-connection";
import { Shell } from "@/components/shell/shell";
import { UploadDock } from "@/components/storage/upload/upload-dock";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <EarlyConnection nonce={(await headers()).get("x-nonce")} />
      <Shell dock={<UploadDock />}>{children}</Shell>
    </>
  );
}
