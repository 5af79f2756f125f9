"use client";

import { useEffect, useState } from "react";
import { type ApiOutputs, trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";

export type Preview = NonNullable<ApiOutputs["definition"]["preview"]>;
export type Conflict = NonNullable<Preview["conflict"]>;
export type Saved = ApiOutputs["definition"]["save"];

export type LoadedPreview =
  | { state: "loading" }
  | { state: "failed"; problem: string }
  | { state: "here"; preview: Preview };

const gone = "This VM has no saved definition any more: it is gone, or lasts only until it is shut down.";

export interface PreviewRequest {
  hostId: string;
  vmId: string;
  xml: string;
  /** Id of the version on whose ground the text was written. */
  base: number;
}

/** What saving would do, asked for anew whenever the request changes, or `round` does. */
export function usePreview({ hostId, vmId, xml, base }: PreviewRequest, round: number): LoadedPreview {
  const [loaded, setLoaded] = useState<LoadedPreview>({ state: "loading" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round is a reason to ask again.
  useEffect(() => {
    let outdated = false;
    const keep = (answer: LoadedPreview) => {
      if (!outdated) setLoaded(answer);
    };
    trpc.definition.preview.mutate({ hostId, vmId, xml, base }).then(
      (preview) => keep(preview ? { state: "here", preview } : { state: "failed", problem: gone }),
      (error: unknown) => keep({ state: "failed", problem: errorText(error) }),
    );
    return () => {
      outdated = true;
    };
  }, [hostId, vmId, xml, base, round]);
  return loaded;
}
