"use client";

import { User, UserMinus, Users } from "lucide-react";
import { api } from "@/components/data/api";
import { useToldAction } from "@/components/data/use-told-action";
import { shareChoices, shareWords } from "@/components/fleet/share-words";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Share } from "@/server/access/share.schema";
import type { VmSummary } from "@/server/fleet/schema";

/** Somebody whom a VM is shared with, what they are to it, and the way to end that. */
export function ShareRow({ vm, share }: { vm: VmSummary; share: Share }) {
  const { subject, name, level } = share;
  const one = { hostId: vm.hostId, vmId: vm.id, subject };
  const change = useToldAction(api.share.set.mutationOptions(), () => ({
    subject: name,
    label: "Change access",
    done: `What they may do to ${vm.name} is changed.`,
  }));
  const remove = useToldAction(api.share.remove.mutationOptions(), () => ({
    subject: name,
    label: "Remove access",
    done: `${vm.name} is not shared with them any more.`,
  }));
  const Icon = subject.kind === "group" ? Users : User;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <span className="flex min-w-0 flex-1 basis-56 items-center gap-2.5">
        <Icon aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="min-w-0">
          <span className="wrap-anywhere font-medium">{name}</span>
          {subject.kind === "group" ? <span className="text-muted"> (group)</span> : null}
          <span className="block text-muted text-sm">{shareWords[level].may}</span>
        </span>
      </span>
      <Select
        aria-label={`Access of ${name}`}
        value={level}
        onChange={({ target }) => {
          const chosen = shareChoices.find(({ value }) => value === target.value);
          if (chosen !== undefined) change.run({ ...one, level: chosen.value });
        }}
      >
        {shareChoices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Button aria-label={`Remove access of ${name}`} onClick={() => remove.run(one)}>
        <UserMinus aria-hidden />
        Remove
      </Button>
    </li>
  );
}
