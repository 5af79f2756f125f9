"use client";

import { api } from "@/components/data/api";
import { useToldAction } from "@/components/data/use-told-action";
import { vmShareWords } from "@/components/fleet/share-words";
import { accessWords, ShareRow } from "@/components/sharing/share-row";
import type { Share } from "@/server/access/share.schema";
import type { VmSummary } from "@/server/fleet/schema";

/** Somebody whom a VM is shared with. */
export function VmShareRow({ vm, share }: { vm: VmSummary; share: Share }) {
  const one = { hostId: vm.hostId, vmId: vm.id, subject: share.subject };
  const { changed, removed } = accessWords(share, vm.name);
  const change = useToldAction(api.share.set.mutationOptions(), changed);
  const remove = useToldAction(api.share.remove.mutationOptions(), removed);
  return (
    <ShareRow
      share={share}
      words={vmShareWords}
      onChange={(level) => change.run({ ...one, level })}
      onRemove={() => remove.run(one)}
    />
  );
}
