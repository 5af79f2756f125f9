"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { formatTime } from "@/components/formats/times";
import { Badge } from "@/components/ui/badge";
import { Notices } from "@/components/ui/notices";
import { Skeleton } from "@/components/ui/skeleton";
import { useNow } from "@/components/ui/use-now";
import { usePageTitle } from "@/components/ui/use-page-title";
import { guestOpener } from "./guest-opener";

const loading = () => <Skeleton className="m-3 h-full" />;
const GuestSerial = dynamic(() => import("./guest-serial"), { ssr: false, loading });
const GuestScreen = dynamic(() => import("./guest-screen"), { ssr: false, loading });

/** What a link opens, as the server tells who has it. */
export interface GuestLink {
  vmName: string;
  kind: "serial" | "graphical";
  readOnly: boolean;
  expiresAt: number;
}

export interface GuestWindowProps {
  token: string;
  link: GuestLink;
  /** The link works no more, with why. */
  onEnded(why: string): void;
}

/** The console of a link, and until when it is there. `onEnded` is to be the same one each time. */
export function GuestConsole({
  token,
  link: { vmName, kind, readOnly, expiresAt },
  onEnded,
}: GuestWindowProps) {
  usePageTitle(vmName);
  const now = useNow(30);
  const opener = useMemo(() => guestOpener(kind, token, onEnded), [kind, token, onEnded]);
  const Console = kind === "serial" ? GuestSerial : GuestScreen;
  return (
    <main className="flex h-dvh min-w-0 flex-col">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
        <h1 className="wrap-anywhere font-semibold text-lg">{vmName}</h1>
        <Badge>{readOnly ? "Read only" : "May type"}</Badge>
        <p className="text-muted text-sm">
          {kind === "serial" ? "Serial console" : "Graphical console"}, by a link that works until{" "}
          {formatTime(expiresAt, now)}
        </p>
      </header>
      <Console vmName={vmName} readOnly={readOnly} opener={opener} />
      <Notices />
    </main>
  );
}
