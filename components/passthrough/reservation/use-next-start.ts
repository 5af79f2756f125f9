"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { createContext, useContext, useMemo } from "react";
import { api } from "@/components/data/api";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import { useJobs } from "@/components/job/use-jobs";
import type { JudgedReport } from "@/server/pci/schema";
import type { NextStart } from "./card-reservation";

const NextStartContext = createContext<NextStart>(null);

export const NextStartProvider = NextStartContext.Provider;

/** What is reserved at the next start of the host that is shown. */
export function useNextStart(): NextStart {
  return useContext(NextStartContext);
}

/** Asks for it, and anew whenever a job of the host's begins or ends, or a device has another driver. */
export function useReadNextStart(hostId: string | null, report: JudgedReport | null): NextStart {
  const reserved = useQuery(
    api.prepare.reservations.queryOptions(hostId === null || report === null ? skipToken : { hostId }),
  );
  const jobs = useJobs(hostId ?? "").map(({ id, state }) => `${id} ${state}`);
  const drivers = report?.devices.map(({ address, driver }) => `${address} ${driver}`) ?? [];
  useRefetchOn([...jobs, ...drivers].join(), reserved);
  const known = reserved.data;
  return useMemo(() => {
    if (known === undefined) return null;
    return new Map(
      known.flatMap(({ address, nextStart }) => (nextStart === null ? [] : [[address, nextStart]])),
    );
  }, [known]);
}
