import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from "lucide-react";
import { type Tone, toneText } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import type { ClusterNeed } from "@/server/cluster/cluster.schema";

const looks: Readonly<Record<ClusterNeed["state"], { icon: LucideIcon; tone: Tone; word: string }>> = {
  there: { icon: CircleCheck, tone: "success", word: "there" },
  missing: { icon: CircleX, tone: "danger", word: "missing" },
  unknown: { icon: CircleHelp, tone: "neutral", word: "unknown" },
};

/** What it takes for a host to be a node of a cluster, and what of that it has. */
export function ClusterNeeds({ needs }: { needs: readonly ClusterNeed[] }) {
  return (
    <Card aria-labelledby="cluster-needs">
      <CardHeader id="cluster-needs" title="What a cluster needs" />
      <p className="max-w-3xl px-4 pt-3 text-muted">
        A cluster of three hosts or more starts a VM on another host when its own fails. Pacemaker and
        corosync do that, with their own tools; Passdeck shows the cluster once it is there. This is what this
        host has of it.
      </p>
      <ul className="divide-y divide-border pt-2">
        {needs.map(({ title, state, detail, fix }) => (
          <Need key={title} title={title} look={looks[state]} detail={detail} fix={fix} />
        ))}
      </ul>
    </Card>
  );
}

interface NeedProps extends Pick<ClusterNeed, "title" | "detail" | "fix"> {
  look: { icon: LucideIcon; tone: Tone; word: string };
}

function Need({ title, look: { icon: Icon, tone, word }, detail, fix }: NeedProps) {
  return (
    <li className="flex gap-2.5 px-4 py-2.5">
      <Icon role="img" aria-label={word} className={classNames("mt-0.5 size-4 shrink-0", toneText[tone])} />
      <div className="wrap-anywhere min-w-0 max-w-3xl">
        <p>
          <span className="font-medium">{title}</span> <span className="text-muted">{detail}</span>
        </p>
        {fix === null ? null : <p className="text-sm">{fix}</p>}
      </div>
    </li>
  );
}
