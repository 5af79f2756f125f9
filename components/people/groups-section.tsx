"use client";

import { Plus, Users } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useSubscription } from "@/components/data/use-subscription";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import type { Person } from "@/server/access/person.schema";
import type { Group } from "@/server/access/share.schema";
import { GroupRow } from "./group-row";

const GroupDialog = lazy(() => import("./group-dialog"));
const QuotaDialog = lazy(() => import("./quota-dialog"));
const GrantsDialog = lazy(() => import("./grants-dialog"));
const DeleteGroupDialog = lazy(() => import("./delete-group-dialog"));

/** What is asked over the page: to make a group, to change one, to limit one, to let one make VMs, to delete one. */
type Asking = { kind: "edit"; group: Group | null } | { kind: "quota" | "grants" | "delete"; group: Group };

/** Groups of users, with whom VMs are shared together. */
export function GroupsSection({ people }: { people: readonly Person[] }) {
  const groups = useSubscription(api.group.watch.subscriptionOptions());
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  return (
    <Card className="mt-6">
      <CardHeader
        title="Groups"
        aside={
          <Button size="sm" onClick={() => setAsking({ kind: "edit", group: null })}>
            <Plus aria-hidden />
            New group…
          </Button>
        }
      />
      <Loaded reading={groups} what="the groups">
        {(known) =>
          known.length === 0 ? (
            <p className="flex items-center gap-2 px-4 py-3 text-muted">
              <Users aria-hidden className="size-4 shrink-0" />
              There are no groups. A VM that is shared with a group is shared with all of its members.
            </p>
          ) : (
            <ul className="divide-y divide-border">
              {known.map((group) => (
                <GroupRow
                  key={group.id}
                  group={group}
                  onEdit={() => setAsking({ kind: "edit", group })}
                  onQuota={() => setAsking({ kind: "quota", group })}
                  onGrants={() => setAsking({ kind: "grants", group })}
                  onDelete={() => setAsking({ kind: "delete", group })}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Suspense>
        {asking?.kind === "edit" ? (
          <GroupDialog group={asking.group} people={people} onClose={close} />
        ) : null}
        {asking?.kind === "quota" ? (
          <QuotaDialog
            subject={{ kind: "group", id: asking.group.id }}
            name={asking.group.name}
            onClose={close}
          />
        ) : null}
        {asking?.kind === "grants" ? (
          <GrantsDialog
            subject={{ kind: "group", id: asking.group.id }}
            name={asking.group.name}
            onClose={close}
          />
        ) : null}
        {asking?.kind === "delete" ? <DeleteGroupDialog group={asking.group} onClose={close} /> : null}
      </Suspense>
    </Card>
  );
}
