"use client";

import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";
import type { Channel } from "@/server/notify/channel.schema";
import { calls, type Owner } from "./owner";

interface DeleteChannelDialogProps {
  owner: Owner;
  channel: Channel;
  onClose(): void;
}

/** Asks before a channel is deleted. */
export default function DeleteChannelDialog({ owner, channel, onClose }: DeleteChannelDialogProps) {
  const remove = useAction(calls[owner].remove(), onClose);
  return (
    <FormDialog
      role="alertdialog"
      title={`Delete the channel ${channel.name}?`}
      description="What waits to be sent on it is dropped, and its log of deliveries goes with it."
      label="Delete"
      call={remove}
      onSubmit={() => remove.run({ channelId: channel.id })}
      onClose={onClose}
    />
  );
}
