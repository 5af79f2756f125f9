"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import type { CreationReading } from "../use-creation";
import { StartStep } from "./start/start-step";
import type { StepId } from "./step-list";

const loading = () => <Skeleton className="h-64" />;
// Most VMs are made in the first step; the others are fetched when they are opened.
const SystemStep = dynamic(() => import("./system/system-step").then((module) => module.SystemStep), {
  loading,
});
const CpuStep = dynamic(() => import("./cpu/cpu-step").then((module) => module.CpuStep), { loading });
const StorageStep = dynamic(() => import("./storage/storage-step").then((module) => module.StorageStep), {
  loading,
});
const NetworkStep = dynamic(() => import("./network/network-step").then((module) => module.NetworkStep), {
  loading,
});
const CardsStep = dynamic(() => import("./cards/cards-step").then((module) => module.CardsStep), { loading });
const DevicesStep = dynamic(() => import("./devices/devices-step").then((module) => module.DevicesStep), {
  loading,
});
const ReviewStep = dynamic(() => import("./review-step").then((module) => module.ReviewStep), { loading });

/** What a step asks. */
export function StepBody({ step, creation }: { step: StepId; creation: CreationReading }) {
  switch (step) {
    case "start":
      return <StartStep />;
    case "system":
      return <SystemStep />;
    case "cpu":
      return <CpuStep />;
    case "disks":
      return <StorageStep />;
    case "network":
      return <NetworkStep />;
    case "cards":
      return <CardsStep />;
    case "devices":
      return <DevicesStep />;
    case "review":
      return <ReviewStep creation={creation} />;
  }
}
