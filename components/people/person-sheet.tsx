"use client";

import {
  Ban,
  CircleCheck,
  Gauge,
  KeyRound,
  Link2Off,
  Monitor,
  MonitorCog,
  MonitorSmartphone,
  Trash2,
  UserCog,
} from "lucide-react";
import { api } from "@/components/data/api";
import { useToldAction } from "@/components/data/use-told-action";
import { AnchoredMenu } from "@/components/ui/anchored-menu";
import { DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import type { MenuSheetProps } from "@/components/ui/menu-button";
import type { Person } from "@/server/access/person.schema";

/** What the menu asks for, over the page. */
export type PersonQuestionKind =
  | "role"
  | "vms"
  | "quota"
  | "grants"
  | "reset"
  | "sessions"
  | "disable"
  | "delete";

export interface PersonSheetProps extends MenuSheetProps {
  person: Person;
  isSelf: boolean;
  /** What has to be asked first. */
  onAsk(question: PersonQuestionKind): void;
}

/** The menu of all that can be done to a user. */
export default function PersonSheet({ person, isSelf, onAsk, ...place }: PersonSheetProps) {
  const { id: userId, name: subject, state, provider } = person;
  const enable = useToldAction(api.people.enable.mutationOptions(), () => ({
    subject,
    label: "Enable",
    done: "They can sign in again.",
  }));
  const revoke = useToldAction(api.people.revokeLink.mutationOptions(), () => ({
    subject,
    label: "Revoke link",
    done: "The link does not work any more.",
  }));
  const disabled = state === "disabled";
  const waits = state === "invited" || state === "reset";
  return (
    <AnchoredMenu label={`Actions for ${subject}`} {...place}>
      <DropdownMenuLabel>{subject}</DropdownMenuLabel>
      <DropdownMenuItem
        icon={<UserCog />}
        reason={provider === null ? null : "Their provider says it at each sign-in"}
        onSelect={() => onAsk("role")}
      >
        Change role…
      </DropdownMenuItem>
      <DropdownMenuItem icon={<Monitor />} onSelect={() => onAsk("vms")}>
        Access…
      </DropdownMenuItem>
      <DropdownMenuItem icon={<Gauge />} onSelect={() => onAsk("quota")}>
        Quota…
      </DropdownMenuItem>
      <DropdownMenuItem icon={<MonitorCog />} onSelect={() => onAsk("grants")}>
        Creating VMs…
      </DropdownMenuItem>
      <DropdownMenuItem icon={<MonitorSmartphone />} onSelect={() => onAsk("sessions")}>
        Sessions…
      </DropdownMenuItem>
      <DropdownMenuItem
        icon={<KeyRound />}
        reason={isSelf ? "Change yours in My account" : disabled ? "Enable them first" : null}
        onSelect={() => onAsk("reset")}
      >
        {waits ? "New link…" : provider === null ? "Reset password…" : "Give a password…"}
      </DropdownMenuItem>
      {person.linkExpiresAt === null ? null : (
        <DropdownMenuItem icon={<Link2Off />} onSelect={() => revoke.run({ userId })}>
          Revoke link
        </DropdownMenuItem>
      )}
      <DropdownMenuSeparator />
      {disabled ? (
        <DropdownMenuItem icon={<CircleCheck />} onSelect={() => enable.run({ userId })}>
          Enable
        </DropdownMenuItem>
      ) : (
        <DropdownMenuItem icon={<Ban />} onSelect={() => onAsk("disable")}>
          Disable…
        </DropdownMenuItem>
      )}
      <DropdownMenuItem icon={<Trash2 />} danger onSelect={() => onAsk("delete")}>
        Delete…
      </DropdownMenuItem>
    </AnchoredMenu>
  );
}
