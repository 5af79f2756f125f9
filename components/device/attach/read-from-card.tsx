"use client";

import { MemoryStick } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import { Button } from "@/components/ui/button";
import { readRomRequest } from "./read-rom-request";

const PlanDialog = lazy(() => import("@/components/plan/plan-dialog"));

interface ReadFromCardProps {
  hostId: string;
  address: string;
  /** Hears of the file once it is kept. */
  onRead(path: string): void;
}

/** A way to the card's own VBIOS, by a plan. */
export function ReadFromCard({ hostId, address, onRead }: ReadFromCardProps) {
  const [request, setRequest] = useState<PlanRequest | null>(null);
  return (
    <div>
      <Button onClick={() => setRequest(readRomRequest({ hostId, address }, onRead))}>
        <MemoryStick aria-hidden />
        Read VBIOS from the card…
      </Button>
      <Suspense>
        {request === null ? null : <PlanDialog request={request} onClose={() => setRequest(null)} />}
      </Suspense>
    </div>
  );
}
