import { trpc } from "@/components/data/client";
import type { SavedView } from "@/server/access/views/saved-view.schema";

/** A saved view while it is managed. */
export interface ViewDraft extends SavedView {
  isDeleted: boolean;
}

/** Does what was asked for, one after the other: a name is free once who had it is gone. Stops at the first that fails. */
export async function saveViews(before: readonly SavedView[], drafts: readonly ViewDraft[]): Promise<void> {
  for (const { id } of drafts.filter(({ isDeleted }) => isDeleted))
    await trpc.account.deleteView.mutate({ id });
  for (const { isDeleted, ...view } of drafts) {
    const known = before.find(({ id }) => id === view.id);
    const isChanged = known?.name !== view.name || known.isDefault !== view.isDefault;
    if (!isDeleted && isChanged) await trpc.account.saveView.mutate({ view });
  }
}
