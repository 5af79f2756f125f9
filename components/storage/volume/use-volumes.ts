"use client";

import { useCallback, useEffect, useState } from "react";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import type { VolumeSummary } from "@/server/storage/volume.schema";

export interface Volumes {
  /** Undefined until the server answered for the first time; null of a pool that turned out to be stopped or gone. */
  list: readonly VolumeSummary[] | null | undefined;
  /** Why the latest list could not be had. */
  problem: string | null;
  /** Asks anew. */
  reload(): void;
}

interface Known {
  place: string;
  list: Volumes["list"];
  problem: string | null;
}

/** The volumes of a pool, asked for anew whenever `stamp` is another one. libvirt has no events for volumes. */
export function useVolumes(hostId: string, pool: string, stamp: string): Volumes {
  const place = `${hostId}/${pool}`;
  const [known, setKnown] = useState<Known>({ place, list: undefined, problem: null });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stamp, or having been asked, is a reason to ask.
  useEffect(() => {
    let outdated = false;
    trpc.storage.volumes.query({ hostId, pool }).then(
      (list) => outdated || setKnown({ place, list, problem: null }),
      (error) =>
        outdated ||
        setKnown((before) => ({
          place,
          list: before.place === place ? before.list : undefined,
          problem: errorText(error),
        })),
    );
    return () => {
      outdated = true;
    };
  }, [hostId, pool, place, stamp, asked]);
  const reload = useCallback(() => setAsked((times) => times + 1), []);
  return { list: known.place === place ? known.list : undefined, problem: known.problem, reload };
}
