"use client";

import { skipToken } from "@tanstack/react-query";
import { UserPlus, Users } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useSession } from "@/components/data/session";
import { installationObject, useRights } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { GroupsSection } from "./groups-section";
import { PeopleTable } from "./people-table";

const InviteDialog = lazy(() => import("./invite-dialog"));

/** All users of this Passdeck, live, for administrators. */
export function PeoplePage() {
  const session = useSession();
  const refused = useRights(installationObject)("people.watch") !== null;
  const reading = useSubscription(
    api.people.watch.subscriptionOptions(session === null || refused ? skipToken : undefined),
  );
  const [inviting, setInviting] = useState(false);
  if (refused) return <NotForYou />;
  return (
    <>
      <PageHeader
        title="People"
        description="Who may sign in, and what they may do."
        actions={<InviteButton primary onPress={() => setInviting(true)} />}
      />
      <Loaded reading={reading} what="the people">
        {(people) => (
          <>
            <PeopleTable people={people} self={session?.user?.name ?? ""} />
            {people.length > 1 ? null : (
              <EmptyState
                icon={<Users />}
                title="Nobody else can sign in yet"
                description="Invite somebody: they get a link, by which they choose their password."
                action={<InviteButton onPress={() => setInviting(true)} />}
              />
            )}
            <GroupsSection people={people} />
          </>
        )}
      </Loaded>
      <Suspense>{inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}</Suspense>
    </>
  );
}

function InviteButton({ primary = false, onPress }: { primary?: boolean; onPress(): void }) {
  return (
    <Button variant={primary ? "primary" : "secondary"} onClick={onPress}>
      <UserPlus aria-hidden />
      Invite…
    </Button>
  );
}

function NotForYou() {
  return (
    <EmptyState
      headingLevel={1}
      icon={<Users />}
      title="People are administered by administrators"
      description="Your role does not allow to see them. Your own password and sessions are in My account."
    />
  );
}
