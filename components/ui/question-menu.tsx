"use client";

import { type ReactNode, Suspense, useState } from "react";
import { MenuButton, type MenuSheetProps } from "./menu-button";

/** The button of a menu as a page places it. */
export interface MenuTriggerProps {
  className: string;
  /** What a screen reader says of a button without words. */
  label?: string;
  children: ReactNode;
}

export interface QuestionMenuProps<Question extends string> extends MenuTriggerProps {
  /** Fetches the code of the sheet. */
  preload(): Promise<unknown>;
  sheet(props: MenuSheetProps & { onAsk(question: Question): void }): ReactNode;
  /** What is asked over the page, once somebody chose what has to be asked first. */
  ask(question: Question, close: () => void): ReactNode;
}

/** The button of a thing's menu, and what the menu asks. */
export function QuestionMenu<Question extends string>(props: QuestionMenuProps<Question>) {
  const { preload, sheet, ask, className, label, children } = props;
  const [question, setQuestion] = useState<Question | null>(null);
  return (
    <>
      <MenuButton
        preload={preload}
        sheet={(place) => sheet({ ...place, onAsk: setQuestion })}
        aria-label={label}
        className={className}
      >
        {children}
      </MenuButton>
      <Suspense>{question === null ? null : ask(question, () => setQuestion(null))}</Suspense>
    </>
  );
}
