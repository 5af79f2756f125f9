"use client";

import { BellRing } from "lucide-react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useSubscription } from "@/components/data/use-subscription";
import { ChannelList } from "./channel-list";

/** Where one's own notifications go. */
export function OwnNotificationsCard() {
  const reading = useSubscription(api.account.notifications.subscriptionOptions());
  return (
    <Loaded reading={reading} what="your notifications">
      {(view) => (
        <ChannelList
          owner="own"
          view={view}
          title="Notifications"
          closed={view.mailServers.length === 0 && view.policy.servers.length === 0 ? <NoServers /> : null}
          empty="Be told when your jobs fail, your VMs crash, or somebody signs in as you from a new place."
        />
      )}
    </Loaded>
  );
}

function NoServers() {
  return (
    <p className="flex items-start gap-2 px-4 py-3 text-muted">
      <BellRing aria-hidden className="mt-0.5 size-4 shrink-0" />
      No server is named yet that your notifications may be sent to. An administrator names them in
      Notifications.
    </p>
  );
}
