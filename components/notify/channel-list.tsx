"use client";

import { BellRing } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Channel, NotificationsView } from "@/server/notify/channel.schema";
import { ChannelRow } from "./channel-row";
import type { Owner } from "./owner";

const ChannelDialog = lazy(() => import("./channel-dialog"));
const DeleteChannelDialog = lazy(() => import("./delete-channel-dialog"));
const DeliveriesDialog = lazy(() => import("./deliveries-dialog"));

/** What is asked over the page: to make or change a channel, to delete one, what was sent on one. */
type Asking = { kind: "new" } | { kind: "edit" | "delete" | "log"; channelId: string };

interface ChannelListProps {
  owner: Owner;
  view: NotificationsView;
  title: string;
  /** Stands in place of the way to a first channel; null where there is one. */
  closed?: ReactNode;
  empty: string;
}

/** Channels with what can be done to each, and a way to another one. */
export function ChannelList({ owner, view, title, closed = null, empty }: ChannelListProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const { channels } = view;
  const channel =
    asking === null || asking.kind === "new"
      ? null
      : (channels.find(({ id }) => id === asking.channelId) ?? null);
  const add = (
    <Button
      size={channels.length === 0 ? "md" : "sm"}
      variant={channels.length === 0 ? "primary" : "secondary"}
      onClick={() => setAsking({ kind: "new" })}
    >
      <BellRing aria-hidden />
      Add a channel…
    </Button>
  );
  return (
    <Card aria-label={title}>
      <CardHeader title={title} aside={channels.length === 0 || closed !== null ? undefined : add} />
      {channels.length === 0 ? (
        (closed ?? (
          <EmptyState icon={<BellRing />} title="Nobody is told yet" description={empty} action={add} />
        ))
      ) : (
        <ul className="divide-y divide-border">
          {channels.map((one) => (
            <ChannelRow
              key={one.id}
              owner={owner}
              channel={one}
              onEdit={() => setAsking({ kind: "edit", channelId: one.id })}
              onDelete={() => setAsking({ kind: "delete", channelId: one.id })}
              onLog={() => setAsking({ kind: "log", channelId: one.id })}
            />
          ))}
        </ul>
      )}
      <Suspense>
        {asking?.kind === "new" ? (
          <ChannelDialog owner={owner} view={view} channel={null} onClose={close} />
        ) : null}
        {channel === null ? null : (
          <Asked kind={asking?.kind} {...{ owner, view, channel }} onClose={close} />
        )}
      </Suspense>
    </Card>
  );
}

interface AskedProps {
  kind: Asking["kind"] | undefined;
  owner: Owner;
  view: NotificationsView;
  channel: Channel;
  onClose(): void;
}

function Asked({ kind, view, ...rest }: AskedProps) {
  if (kind === "edit") return <ChannelDialog view={view} {...rest} />;
  if (kind === "delete") return <DeleteChannelDialog {...rest} />;
  return kind === "log" ? <DeliveriesDialog {...rest} /> : null;
}
