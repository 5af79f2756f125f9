"use client";

import { lazy } from "react";
import { type MenuTriggerProps, QuestionMenu } from "@/components/ui/question-menu";
import type { Person } from "@/server/access/person.schema";
import type { PersonQuestionKind } from "./person-sheet";

const loadSheet = () => import("./person-sheet");
const PersonSheet = lazy(loadSheet);
const PersonQuestion = lazy(() => import("./person-question"));

export interface PersonMenuProps extends MenuTriggerProps {
  person: Person;
  isSelf: boolean;
}

/** The button of a user's menu, and what the menu asks. */
export function PersonMenu({ person, isSelf, ...trigger }: PersonMenuProps) {
  return (
    <QuestionMenu<PersonQuestionKind>
      {...trigger}
      preload={loadSheet}
      sheet={(sheet) => <PersonSheet {...sheet} person={person} isSelf={isSelf} />}
      ask={(question, close) => <PersonQuestion question={question} person={person} onClose={close} />}
    />
  );
}
