import { beyondOrdinary } from "../../domain/reach/ordinary";
import { reachSentence } from "../../domain/reach/reach-words";
import { readReach } from "../../domain/reach/read-reach";
import { parseXml } from "../../xml/xml";
import type { PreflightFinding, PreflightHost } from "./preflight.schema";

/** What of the host a definition that came from elsewhere would reach. */
export function reachFindings(xml: string, { isKept }: PreflightHost): PreflightFinding[] {
  return beyondOrdinary(readReach(parseXml(xml)), isKept).map((reach) => ({
    code: "reach",
    weight: "warn",
    path: ["xml"],
    message: reachSentence(reach),
    fix: "Leave it only if it is meant and you trust where the definition comes from.",
  }));
}
