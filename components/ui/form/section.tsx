"use client";

import { type ReactNode, useId } from "react";
import { Card, CardHeader } from "../card";
import { useFormProblems } from "./form-problems";
import { ProblemList } from "./problem-list";
import { type Path, problemsAt } from "./problems";

interface SectionProps {
  title: string;
  aside?: ReactNode;
  /** What is found at this place itself is shown on top. */
  path?: Path;
  children: ReactNode;
}

/** A card of fields that belong together. */
export function Section({ title, aside, path, children }: SectionProps) {
  const id = useId();
  const all = useFormProblems();
  const problems = path === undefined ? [] : problemsAt(all, path);
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title={title} aside={aside} />
      <div className="flex flex-col gap-4 px-4 py-4">
        {problems.length === 0 ? null : <ProblemList problems={problems} />}
        {children}
      </div>
    </Card>
  );
}

/** Fields beside each other where there is room. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">{children}</div>;
}
