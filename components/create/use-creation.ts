"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { type ApiOutputs, trpc } from "@/components/data/client";
import type { Reading } from "@/components/data/reading";
import { useSettled } from "@/components/ui/use-settled";
import type { Subject } from "@/server/access/share.schema";
import type { CreateRequest } from "@/server/create/create-request.schema";

/** What the server says of a request: what would be done, what stands against it, the definition. */
export type Creation = ApiOutputs["create"]["plan"];

export interface CreationReading extends Reading<Creation> {
  /** The answer is to what is asked now; an older one is shown while a newer one is under way. */
  current: boolean;
}

/** Milliseconds without a change before the server is asked. */
const pause = 300;

/** What would be made of a request, asked for anew as it changes; null asks nothing. */
export function useCreation(
  hostId: string,
  request: CreateRequest | null,
  owner: Subject | null,
): CreationReading {
  const settled = useSettled(request, pause);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ["create.plan", { hostId, request: settled, owner }],
    queryFn:
      settled === null ? skipToken : () => trpc.create.plan.mutate({ hostId, request: settled, owner }),
    placeholderData: keepPreviousData,
    // What is said yes to must be as it is now.
    staleTime: 0,
    gcTime: 0,
  });
  const answered = !isFetching && !isPlaceholderData && error === null;
  return { data, error, refetch, current: answered && request !== null && settled === request };
}
