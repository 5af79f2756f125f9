"use client";

import { useState } from "react";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { NamedSubject, Share } from "@/server/access/share.schema";
import { LevelField } from "./level-field";
import type { ShareDialogProps } from "./share-dialog";

interface ShareByNameProps extends Omit<ShareDialogProps, "shares" | "onShare"> {
  onShare(subject: NamedSubject, level: Share["level"]): void;
}

const kinds = [
  { value: "user", label: "A user" },
  { value: "group", label: "A group" },
] as const;

/** As the dialog of who sees all users and groups, for who knows them by their names alone. */
export default function ShareByNameDialog({ name, words, call, onShare, onClose }: ShareByNameProps) {
  const [kind, setKind] = useState<NamedSubject["kind"]>("user");
  const [subjectName, setSubjectName] = useState("");
  const [level, setLevel] = useState<Share["level"]>("operator");
  return (
    <FormDialog
      title={`Share ${name}`}
      description="They see it at once, also where their page is open."
      label="Share"
      call={call}
      onSubmit={() => onShare({ kind, name: subjectName }, level)}
      onClose={onClose}
    >
      <SelectField
        label="With"
        value={kind}
        choices={kinds}
        onChange={(chosen: NamedSubject["kind"]) => setKind(chosen)}
      />
      <TextField
        label={kind === "user" ? "User name" : "Group’s name"}
        required
        maxLength={64}
        value={subjectName}
        onChange={setSubjectName}
      />
      <LevelField words={words} level={level} onChange={setLevel} />
    </FormDialog>
  );
}
