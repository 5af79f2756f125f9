"use client";

import { lazy } from "react";
import type { CreationReading } from "../use-creation";
import { StartStep } from "./start/start-step";
import type { StepId } from "./step-list";

const load = {
  system: () => import("./system/system-step"),
  cpu: () => import("./cpu/cpu-step"),
  disks: () => import("./storage/storage-step"),
  network: () => import("./network/network-step"),
  cards: () => import("./cards/cards-step"),
  devices: () => import("./devices/devices-step"),
  review: () => import("./review-step"),
};

const SystemStep = lazy(load.system);
const CpuStep = lazy(load.cpu);
const StorageStep = lazy(load.disks);
const NetworkStep = lazy(load.network);
const CardsStep = lazy(load.cards);
const DevicesStep = lazy(load.devices);
const ReviewStep = lazy(load.review);

/** Fetches what the steps after the first are made of, one after the other. */
export async function fetchSteps(): Promise<null> {
  for (const fetchStep of Object.values(load)) await fetchStep();
  return null;
}

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
