import { OctagonAlert } from "lucide-react";
import type { DefinitionProblem } from "@/server/domain/changes/check-definition";

interface DefinitionProblemsProps {
  /** What that means, and what to do. */
  title: string;
  problems: readonly DefinitionProblem[];
}

/** What stands against a definition, line by line; nothing where nothing does. */
export function DefinitionProblems({ title, problems }: DefinitionProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="flex gap-2.5 rounded-lg border border-danger/40 bg-danger/8 px-4 py-3">
      <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        <ul className="mt-1">
          {problems.map(({ line, message }) => (
            <li key={`${line} ${message}`} className="wrap-anywhere">
              Line {line}: {message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
