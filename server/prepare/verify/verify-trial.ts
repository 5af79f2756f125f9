import { kernelParameters } from "../../host/kernel-parameters";
import { trialMark } from "../trial/trial-mark";
import type { Finding } from "./finding.schema";
import type { HostNow } from "./host-facts-now";

/** Whether what runs is the trial, and not the host's own way to start. */
export function trialFinding({ commandLine }: Pick<HostNow, "commandLine">): Finding {
  const what = "The host started by the trial";
  if (commandLine === null) return { what, status: "unknown", detail: "/proc/cmdline can’t be read." };
  return kernelParameters(commandLine).includes(trialMark)
    ? { what, status: "pass", detail: "It runs." }
    : {
        what,
        status: "fail",
        detail:
          "The host started the old way: the trial did not come up and somebody reset it, or it was not chosen. End it, or try it again.",
      };
}
