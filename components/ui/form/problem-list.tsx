import { OctagonAlert, TriangleAlert } from "lucide-react";
import { classNames } from "../class-names";
import type { Problem } from "./problems";

export interface ProblemListProps {
  problems: readonly Problem[];
  id?: string;
}

/** What stands against something, each with what to do about it. */
export function ProblemList({ problems, id }: ProblemListProps) {
  return (
    <ul id={id} className="flex flex-col gap-1 text-sm empty:hidden">
      {problems.map(({ weight, message, fix, path }) => {
        const Icon = weight === "fail" ? OctagonAlert : TriangleAlert;
        return (
          <li
            key={`${path.join(".")} ${message}`}
            className={classNames("flex gap-1.5", weight === "fail" ? "text-danger" : "text-warning")}
          >
            <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span className="wrap-anywhere min-w-0">
              <span className="sr-only">{weight === "fail" ? "Error: " : "Warning: "}</span>
              {message} {fix}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
