import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Fact, Facts } from "@/components/ui/facts";
import type { ClusterFacts as Told } from "@/server/cluster/cluster.schema";

/** What a cluster is as a whole: votes, fencing, who decides. */
export function ClusterFacts({ facts }: { facts: Told }) {
  const { quorum, quorate, fencing, watchdog, noQuorumPolicy } = facts;
  return (
    <Card aria-labelledby="cluster-facts">
      <CardHeader id="cluster-facts" title={facts.name === null ? "Cluster" : `Cluster ${facts.name}`} />
      <Facts>
        <Fact name="Quorum">
          <Badge tone={quorate ? "success" : "danger"}>{quorate ? "Quorate" : "No quorum"}</Badge>{" "}
          {quorum === null
            ? "votes not known"
            : `${quorum.present} of ${quorum.expected} votes, ${quorum.needed} needed`}
        </Fact>
        <Fact name="Without quorum">{policyWords[noQuorumPolicy] ?? noQuorumPolicy}</Fact>
        <Fact name="Fencing">
          <Badge tone={fencing ? "success" : "danger"}>{fencing ? "On" : "Off"}</Badge>
          {watchdog ? " nodes cut themselves off by a watchdog as well" : null}
        </Fact>
        <Fact name="Coordinator">{facts.coordinator ?? "none"}</Fact>
        <Fact name="This host">{facts.ownNode ?? "not known"}</Fact>
        <Fact name="Pacemaker">{facts.version ?? "not known"}</Fact>
      </Facts>
    </Card>
  );
}

const policyWords: Readonly<Record<string, string>> = {
  stop: "resources are stopped",
  freeze: "resources run on, and none is started",
  suicide: "the nodes are fenced",
  ignore: "it goes on as with it",
};
