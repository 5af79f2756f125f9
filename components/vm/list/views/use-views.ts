"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import { pageQueryClient } from "@/components/data/query-client";
import type { SavedView } from "@/server/access/views/saved-view.schema";

/** One's own saved views, by name; none before they are here. */
export function useViews(): readonly SavedView[] {
  return useQuery(api.account.views.queryOptions()).data ?? [];
}

/** To be called once views were changed: which one the list opens with stands in the session. */
export function viewsChanged(): void {
  for (const queryKey of [["account.views"], ["session.state"]])
    void pageQueryClient().invalidateQueries({ queryKey });
}
