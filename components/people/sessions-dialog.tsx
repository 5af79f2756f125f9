"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { SessionList } from "@/components/fleet/session-list";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import type { Person } from "@/server/access/person.schema";

/** Where a user is signed in, and a way to end that. */
export function SessionsDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const { id: userId, name } = person;
  const reading = useQuery(api.people.sessions.queryOptions({ userId }));
  const again = () => void reading.refetch();
  const end = useAction(api.people.endSession.mutationOptions(), again);
  const endAll = useAction(api.people.endSessions.mutationOptions(), again);
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={`Sessions of ${name}`}
        wide
        footer={
          <>
            <DialogClose asChild>
              <Button>Close</Button>
            </DialogClose>
            <Button variant="danger" disabled={endAll.busy} onClick={() => endAll.run({ userId })}>
              End all
            </Button>
          </>
        }
      >
        <Loaded reading={reading} what="the sessions">
          {(sessions) => (
            <SessionList
              sessions={sessions}
              label="End"
              busy={end.busy}
              onEnd={({ id }) => end.run({ userId, sessionId: id })}
            />
          )}
        </Loaded>
        <p role="alert" className="text-danger empty:hidden">
          {end.problem ?? endAll.problem}
        </p>
      </DialogContent>
    </Dialog>
  );
}
