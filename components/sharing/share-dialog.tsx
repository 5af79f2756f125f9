"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useSubscription } from "@/components/data/use-subscription";
import type { ShareWords } from "@/components/fleet/share-words";
import { FormDialog, type FormDialogProps } from "@/components/ui/form/form-dialog";
import { SelectField } from "@/components/ui/form/select-field";
import type { Share, Subject } from "@/server/access/share.schema";
import { LevelField } from "./level-field";

export interface ShareDialogProps extends Pick<FormDialogProps, "call" | "onClose"> {
  /** What is shared. */
  name: string;
  words: ShareWords;
  /** With whom it is shared already. */
  shares: readonly Share[];
  onShare(subject: Subject, level: Share["level"]): void;
}

/** Asks with whom to share something, and what they are to be to it. */
export default function ShareDialog({ name, words, shares, call, onShare, onClose }: ShareDialogProps) {
  const subjects = useSubjects(shares);
  const [key, setKey] = useState<string | null>(null);
  const [level, setLevel] = useState<Share["level"]>("operator");
  const chosen = subjects?.find(({ value }) => value === key) ?? subjects?.[0];
  return (
    <FormDialog
      title={`Share ${name}`}
      description="They see it at once, also where their page is open."
      label="Share"
      call={call}
      onSubmit={() => {
        if (chosen !== undefined) onShare(chosen.subject, level);
      }}
      onClose={onClose}
    >
      <SelectField
        label="User or group"
        note={
          subjects?.length === 0
            ? "There is nobody else to share it with: administrators reach everything. Invite people, or make a group, on the page People."
            : undefined
        }
        placeholder={subjects === null ? "Loading…" : "Choose…"}
        value={chosen?.value ?? null}
        choices={subjects ?? []}
        onChange={setKey}
      />
      <LevelField words={words} level={level} onChange={setLevel} />
    </FormDialog>
  );
}

/** All whom it is not shared with yet, but for administrators, who reach everything; null until they are known. */
function useSubjects(shares: readonly Share[]) {
  const people = useSubscription(api.people.watch.subscriptionOptions()).data;
  const groups = useSubscription(api.group.watch.subscriptionOptions()).data;
  if (people === undefined || groups === undefined) return null;
  const all = [
    ...people
      .filter(({ role }) => role !== "admin")
      .map(({ id, name, role }) => ({
        subject: { kind: "user" as const, id },
        label: role === "member" ? name : `${name} (${role})`,
        group: "Users",
      })),
    ...groups.map(({ id, name }) => ({
      subject: { kind: "group" as const, id },
      label: name,
      group: "Groups",
    })),
  ];
  return all
    .filter(({ subject }) => !shares.some((share) => share.subject.id === subject.id))
    .map((one) => ({ ...one, value: one.subject.id }));
}
