"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { SessionList } from "@/components/fleet/session-list";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";

/** Where one is signed in, and the way out of it. */
export function OwnSessionsCard() {
  const reading = useQuery(api.account.sessions.queryOptions());
  const end = useAction(api.account.endSession.mutationOptions(), () => void reading.refetch());
  const endAll = useAction(api.account.endSessions.mutationOptions(), () =>
    window.location.assign("/sign-in"),
  );
  return (
    <Card aria-labelledby="sessions-title">
      <CardHeader
        title="Signed in"
        id="sessions-title"
        aside={
          <Button size="sm" disabled={endAll.busy} onClick={() => endAll.run()}>
            Sign out everywhere
          </Button>
        }
      />
      <div className="px-4 py-1">
        <Loaded reading={reading} what="your sessions">
          {(sessions) => (
            <SessionList
              sessions={sessions}
              label="Sign out"
              busy={end.busy}
              onEnd={({ id }) => end.run({ sessionId: id })}
            />
          )}
        </Loaded>
        <p role="alert" className="text-danger empty:hidden">
          {end.problem ?? endAll.problem}
        </p>
      </div>
    </Card>
  );
}
