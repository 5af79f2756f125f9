import { Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { RomReport } from "@/server/domain/rom/rom.schema";
import { romWords } from "@/server/domain/rom/rom-words.schema";

interface RomFindingsProps {
  report: RomReport;
  /** What is to be done to it before it is kept. */
  children?: ReactNode;
}

/** What was found in a VBIOS. */
export function RomFindings({ report, children }: RomFindingsProps) {
  return (
    <ul aria-label="What was found in it" className="flex flex-col gap-1 text-sm">
      {romWords(report).map((words) => (
        <Finding key={words}>{words}</Finding>
      ))}
      {children}
      {report.problems.map(({ code, message, fix }) => (
        <Finding key={code} isProblem>
          {message} {fix}
        </Finding>
      ))}
    </ul>
  );
}

export function Finding({ isProblem = false, children }: { isProblem?: boolean; children: ReactNode }) {
  const Icon = isProblem ? TriangleAlert : Info;
  return (
    <li className={classNames("flex items-start gap-1.5", isProblem ? "text-warning" : "text-muted")}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="wrap-anywhere">{children}</span>
    </li>
  );
}
