import { headers } from "next/headers";
import type { ReactNode } from "react";
import { DataProvider } from "@/components/data/data-provider";
import { Logo } from "@/components/shell/logo";
import { Badge } from "@/components/ui/badge";

/** The frame of the pages that need no sign-in: the name, and one sheet. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const isDemo = (await headers()).get("x-demo") === "1";
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-96 flex-col justify-center px-4 py-10">
      <div className="mb-6 flex items-center justify-center gap-2.5">
        <Logo className="size-8" />
        <span className="font-semibold text-xl">Passdeck</span>
        {isDemo ? <Badge tone="warning">Demo</Badge> : null}
      </div>
      <DataProvider>{children}</DataProvider>
      {/* Holds the sheet a little above the middle, where the eye looks for it. */}
      <div className="h-[8dvh]" />
    </main>
  );
}
