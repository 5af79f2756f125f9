"use client";

import { Ellipsis } from "lucide-react";
import { roleWords } from "@/components/fleet/role-words";
import { countOf } from "@/components/formats/numbers";
import { formatAgo } from "@/components/formats/times";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { cell, menuButton } from "@/components/ui/table-classes";
import { TableHead } from "@/components/ui/table-head";
import { useNow } from "@/components/ui/use-now";
import type { Person } from "@/server/access/person.schema";
import { PersonMenu } from "./person-menu";
import { stateWords } from "./state-words";

const columns = ["Name", "Role", "State", "Last seen", "Sessions"];

export interface PeopleTableProps {
  people: readonly Person[];
  /** The name of who looks. */
  self: string;
}

/** All users, and what can be done to each. */
export function PeopleTable({ people, self }: PeopleTableProps) {
  return (
    <Card className="@container">
      <table className="w-full">
        <caption className="sr-only">People</caption>
        <TableHead columns={columns} hasMenus />
        <tbody className="divide-y divide-border">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} isSelf={person.name === self} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function PersonRow({ person, isSelf }: { person: Person; isSelf: boolean }) {
  const now = useNow(30);
  const wide = `${cell} hidden @min-[40rem]:table-cell`;
  const role = roleWords[person.role].label;
  const seen = person.lastSeenAt === null ? "never" : formatAgo(person.lastSeenAt, now);
  return (
    <tr className="hover:bg-foreground/3">
      <th scope="row" className={`${cell} text-left font-normal`}>
        <span className="wrap-anywhere font-medium">{person.name}</span>
        {isSelf ? <span className="text-muted"> (you)</span> : null}
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 @min-[40rem]:hidden">
          <span className="text-muted text-sm">{role}</span>
          <PersonState person={person} now={now} />
          <span className="text-muted text-sm">seen {seen}</span>
        </div>
      </th>
      <td className={wide}>{role}</td>
      <td className={wide}>
        <PersonState person={person} now={now} />
      </td>
      <td className={`${wide} whitespace-nowrap`}>{seen}</td>
      <td className={`${wide} whitespace-nowrap`}>{countOf(person.sessions, "session")}</td>
      <td className={`${cell} w-10 text-right`}>
        <PersonMenu
          person={person}
          isSelf={isSelf}
          label={`Actions for ${person.name}`}
          className={menuButton}
        >
          <Ellipsis aria-hidden className="size-4" />
        </PersonMenu>
      </td>
    </tr>
  );
}

function PersonState({ person, now }: { person: Person; now: number }) {
  const { label, tone, note } = stateWords(person, now);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <Badge tone={tone}>{label}</Badge>
      {note === null ? null : <span className="text-muted text-sm">{note}</span>}
    </span>
  );
}
