"use client";

import { useQuery } from "@tanstack/react-query";
import { type ApiOutputs, trpc } from "@/components/data/client";
import type { Reading } from "@/components/data/reading";

export type Preview = NonNullable<ApiOutputs["definition"]["preview"]>;
export type Conflict = NonNullable<Preview["conflict"]>;
export type Saved = ApiOutputs["definition"]["save"];

const gone = "This VM has no saved definition any more: it is gone, or lasts only until it is shut down.";

export interface PreviewRequest {
  hostId: string;
  vmId: string;
  xml: string;
  /** Id of the version on whose ground the text was written. */
  base: number;
}

/** What saving would do, asked for anew whenever the request changes. */
export function usePreview(request: PreviewRequest): Reading<Preview> & { isFetching: boolean } {
  return useQuery({
    queryKey: ["definition.preview", request],
    queryFn: async () => {
      const preview = await trpc.definition.preview.mutate(request);
      if (preview === null) throw new Error(gone);
      return preview;
    },
    // What is said yes to must be as it is now.
    staleTime: 0,
    gcTime: 0,
  });
}
