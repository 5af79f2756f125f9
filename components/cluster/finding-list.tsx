import { CircleCheck, CircleHelp, CircleX, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import { type Tone, toneText } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import type { ClusterFinding } from "@/server/cluster/cluster.schema";

const looks: Readonly<Record<ClusterFinding["weight"], { icon: LucideIcon; tone: Tone; word: string }>> = {
  fail: { icon: CircleX, tone: "danger", word: "problem" },
  warn: { icon: TriangleAlert, tone: "warning", word: "warning" },
  note: { icon: Info, tone: "neutral", word: "note" },
};

interface FindingListProps {
  findings: readonly ClusterFinding[];
  /** What could not be read. */
  unread: readonly string[];
}

/** What is wrong in a cluster, the worst first, with what to do. */
export function FindingList({ findings, unread }: FindingListProps) {
  return (
    <Card aria-labelledby="cluster-findings">
      <CardHeader id="cluster-findings" title="Findings" />
      <ul className="divide-y divide-border">
        {findings.map(({ weight, message, fix }) => (
          <Line key={message} {...looks[weight]} message={message} more={fix} />
        ))}
        {unread.map((problem) => (
          <Line
            key={problem}
            icon={CircleHelp}
            tone="neutral"
            word="not read"
            message="A part of this could not be read."
            more={problem}
          />
        ))}
        {findings.length + unread.length === 0 ? (
          <Line
            icon={CircleCheck}
            tone="success"
            word="well"
            message="Nothing is wrong, as far as pacemaker, corosync and libvirt tell."
            more={null}
          />
        ) : null}
      </ul>
    </Card>
  );
}

interface LineProps {
  icon: LucideIcon;
  tone: Tone;
  word: string;
  message: string;
  more: string | null;
}

function Line({ icon: Icon, tone, word, message, more }: LineProps) {
  return (
    <li className="flex gap-2.5 px-4 py-2.5">
      <Icon role="img" aria-label={word} className={classNames("mt-0.5 size-4 shrink-0", toneText[tone])} />
      <div className="wrap-anywhere min-w-0">
        <p className="font-medium">{message}</p>
        {more === null ? null : <p className="text-muted text-sm">{more}</p>}
      </div>
    </li>
  );
}
