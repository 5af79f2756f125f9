"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { notify } from "@/components/ui/notify";
import type { Person } from "@/server/access/person.schema";
import GrantsDialog from "./grants-dialog";
import { LinkDialog } from "./link-dialog";
import type { PersonQuestionKind } from "./person-sheet";
import QuotaDialog from "./quota-dialog";
import { RoleDialog } from "./role-dialog";
import { SessionsDialog } from "./sessions-dialog";
import { SharedDialog } from "./shared-dialog";

export interface PersonQuestionProps {
  question: PersonQuestionKind;
  person: Person;
  onClose(): void;
}

/** Asks before something is done to a user. */
export default function PersonQuestion({ question, ...props }: PersonQuestionProps) {
  switch (question) {
    case "role":
      return <RoleDialog {...props} />;
    case "vms":
      return <SharedDialog {...props} />;
    case "quota":
      return (
        <QuotaDialog
          subject={{ kind: "user", id: props.person.id }}
          name={props.person.name}
          onClose={props.onClose}
        />
      );
    case "grants":
      return (
        <GrantsDialog
          subject={{ kind: "user", id: props.person.id }}
          name={props.person.name}
          onClose={props.onClose}
        />
      );
    case "sessions":
      return <SessionsDialog {...props} />;
    case "reset":
      return <ResetQuestion {...props} />;
    case "disable":
      return <DisableQuestion {...props} />;
    case "delete":
      return <DeleteQuestion {...props} />;
  }
}

type QuestionProps = Omit<PersonQuestionProps, "question">;

function ResetQuestion({ person: { id: userId, name, state, provider }, onClose }: QuestionProps) {
  const reset = useAction(api.people.reset.mutationOptions());
  if (reset.answer !== undefined) return <LinkDialog name={name} link={reset.answer} onClose={onClose} />;
  const [title, description, label] =
    provider !== null
      ? [
          `Give ${name} a password?`,
          "They sign in by their provider no more, and are signed out everywhere at once. You get a link to hand on, by which they choose a password of this Passdeck.",
          "Give a password",
        ]
      : state === "active"
        ? [
            `Reset the password of ${name}?`,
            "Their password stops working, their second factors are removed, and they are signed out everywhere, at once. You get a link to hand on, by which they choose a new password.",
            "Reset",
          ]
        : [`New link for ${name}`, "The link that they have, if any, stops working.", "Make a link"];
  return (
    <FormDialog
      role={state === "active" ? "alertdialog" : "dialog"}
      title={title}
      description={description}
      label={label}
      call={reset}
      onSubmit={() => reset.run({ userId })}
      onClose={onClose}
    />
  );
}

function DisableQuestion({ person: { id: userId, name }, onClose }: QuestionProps) {
  const disable = useAction(api.people.disable.mutationOptions(), () => {
    notify("success", name, "They are shut out.");
    onClose();
  });
  return (
    <FormDialog
      role="alertdialog"
      title={`Disable ${name}?`}
      description="They are signed out everywhere at once; uploads and downloads break off. Jobs that they started go on. They can be enabled again."
      label="Disable"
      call={disable}
      onSubmit={() => disable.run({ userId })}
      onClose={onClose}
    />
  );
}

function DeleteQuestion({ person: { id: userId, name }, onClose }: QuestionProps) {
  const remove = useAction(api.people.delete.mutationOptions(), () => {
    notify("success", name, "They are deleted.");
    onClose();
  });
  return (
    <FormDialog
      role="alertdialog"
      title={`Delete ${name}?`}
      description="They are signed out everywhere at once. What histories, jobs and the audit tell of them stays, and their name is free for somebody else. To keep the name, disable them."
      label="Delete"
      call={remove}
      onSubmit={() => remove.run({ userId })}
      onClose={onClose}
    />
  );
}
