"use client";

import { skipToken } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useSession } from "@/components/data/session";
import { installationObject, useRights } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ChannelList } from "./channel-list";
import { PolicyCard } from "./policy-card";

/** Where the house's notifications go, and what people may have of their own; for administrators. */
export function NotificationsPage() {
  const session = useSession();
  const refused = useRights(installationObject)("notify.watch") !== null;
  const reading = useSubscription(
    api.notify.watch.subscriptionOptions(session === null || refused ? skipToken : undefined),
  );
  if (refused) return <NotForYou />;
  return (
    <>
      <PageHeader
        title="Notifications"
        description="Who is told when a job fails, a VM crashes, a card is gone or a pool fills up."
      />
      <Loaded reading={reading} what="the notifications">
        {(view) => (
          <div className="flex max-w-4xl flex-col gap-5">
            <ChannelList
              owner="house"
              view={view}
              title="Channels"
              empty="Add a mail server, a webhook, ntfy or Gotify, and choose what is sent to it."
            />
            <PolicyCard policy={view.policy} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function NotForYou() {
  return (
    <EmptyState
      headingLevel={1}
      icon={<BellRing />}
      title="These notifications are the administrators’"
      description="What you are told yourself is in My account."
    />
  );
}
