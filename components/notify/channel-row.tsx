"use client";

import { Pencil, ScrollText, Send, Trash2 } from "lucide-react";
import { useAction } from "@/components/data/use-action";
import { countOf } from "@/components/formats/numbers";
import { formatAgo } from "@/components/formats/times";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { useNow } from "@/components/ui/use-now";
import type { Channel } from "@/server/notify/channel.schema";
import { DeliveryBadge } from "./delivery-badge";
import { placeWords } from "./kind-words";
import { calls, type Owner } from "./owner";

interface ChannelRowProps {
  owner: Owner;
  channel: Channel;
  onEdit(): void;
  onDelete(): void;
  onLog(): void;
}

/** A channel with how its latest message fared, and what can be done to it. */
export function ChannelRow({ owner, channel, onEdit, onDelete, onLog }: ChannelRowProps) {
  const { name, enabled, rules, last } = channel;
  const now = useNow(30);
  const test = useAction(calls[owner].test());
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="wrap-anywhere font-medium">
            {name} {enabled ? null : <Badge>Off</Badge>}
          </p>
          <p className="wrap-anywhere text-muted text-sm">
            {placeWords(channel)}.{" "}
            {rules.length === 0 ? "No rules: nothing is sent." : countOf(rules.length, "rule")}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button size="sm" disabled={test.busy} onClick={() => test.run({ channelId: channel.id })}>
            {test.busy ? <Spinner /> : <Send aria-hidden />}
            Send a test<span className="sr-only"> on {name}</span>
          </Button>
          <Button size="sm" aria-label={`Deliveries of ${name}…`} onClick={onLog}>
            <ScrollText aria-hidden />
            Deliveries…
          </Button>
          <Button size="sm" aria-label={`Change ${name}…`} onClick={onEdit}>
            <Pencil aria-hidden />
            Change…
          </Button>
          <Button size="sm" aria-label={`Delete ${name}…`} onClick={onDelete}>
            <Trash2 aria-hidden />
            Delete…
          </Button>
        </div>
      </div>
      {last === null ? null : (
        <p className="wrap-anywhere flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <DeliveryBadge state={last.state} />
          <span className="text-muted">
            {last.title}, {formatAgo(last.at, now)}
          </span>
        </p>
      )}
      <p
        role="status"
        className={`wrap-anywhere text-sm empty:hidden ${test.problem !== null || test.answer?.sent === false ? "text-danger" : "text-success"}`}
      >
        {test.problem ?? testWords(test.answer)}
      </p>
    </li>
  );
}

function testWords(answer: { sent: boolean; words: string } | undefined): string | null {
  if (answer === undefined) return null;
  return answer.sent ? `The test was sent: ${answer.words}` : `The test was not sent. ${answer.words}`;
}
