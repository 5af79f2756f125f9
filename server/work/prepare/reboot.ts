import * as z from "zod";
import { onBoot } from "../../access/objects-of";
import { AppError } from "../../errors";
import { need } from "../../host/ability";
import type { ToolResult } from "../../host/tools";
import type { Job } from "../../job/job.schema";
import { type Plan, planSchema } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { shellCommand } from "../../units/shell-word";
import { defineAct } from "../act";
import type { ActContext } from "../act-context";
import { agreement } from "../planned-act";
import { hostReference } from "../references.schema";
import { bootIdOf } from "./host-now";
import { wishSchema } from "./prepared-change.schema";
import { saidBy } from "./run-program";

/** Shows what a restart of the host would end. */
export const planReboot = defineAct({
  name: "prepare.planReboot",
  title: "Plan: Restart the host",
  input: hostReference,
  output: planSchema,
  changes: false,
  objects: onBoot,
  run: (context, { hostId }) => rebootPlan(context, hostId),
});

/** Restarts the host. No job: it would be cut short by what it does. */
export const rebootHost = defineAct({
  name: "prepare.reboot",
  title: "Restart the host",
  input: hostReference.extend(agreement),
  output: z.object({
    /** Which start of the host this was: once another is told, the host is there again. */
    bootId: z.string().nullable(),
  }),
  objects: onBoot,
  async run(context, { hostId, fingerprint }) {
    const { machine } = context.services.fleet.host(hostId);
    const plan = rebootPlan(context, hostId);
    if (plan.refusal !== null) throw new AppError("conflict", { userMessage: plan.refusal });
    if (plan.fingerprint !== fingerprint)
      throw new AppError("conflict", {
        userMessage: "What runs on the host is other than it was when this was shown. Look at it again.",
      });
    const bootId = await bootIdOf(need(machine.files));
    const words = rebootWords(context, hostId);
    const result = await need(machine.configuration).run(words);
    if (!isCutShort(result)) saidBy(words, result);
    return { bootId };
  },
});

/** SIGTERM is 15 (signal(7)), and a program that passes on how another ended tells it as 128 more, as flock(1) does. */
const endedBySigterm = 128 + 15;

/** The restart ends all that runs, also what asked for it: by SIGTERM (systemd.kill(5)). */
function isCutShort({ status, signal }: ToolResult): boolean {
  return signal === "SIGTERM" || status === endedBySigterm;
}

/** A trial that waits may need a restart of its own kind. */
function rebootWords({ services: { preparations } }: ActContext, hostId: string): string[] {
  const waiting = preparations
    .changesOf(hostId)
    .all()
    .filter(({ state, undoneBy }) => state === "waiting" && undoneBy === null);
  const [trial] = waiting.flatMap(({ wish }) => wishSchema.parse(wish).trial ?? []);
  return trial?.reboot ?? ["systemctl", "reboot"];
}

function rebootPlan(context: ActContext, hostId: string): Plan {
  const { fleet, jobs } = context.services;
  const { machine } = fleet.host(hostId);
  const names = fleet
    .vmsOf(hostId)
    .flatMap(({ summary: { name, state } }) => (state === "off" || state === "crashed" ? [] : [name]))
    .sort();
  const refusal = machine.unchangeable ?? machine.configuration.why ?? whyBusy(jobs.running(), hostId);
  const title = "Restart the host";
  const step = {
    title: "Restart",
    effect: shellCommand(rebootWords(context, hostId)),
    risk: "Nobody reaches the host, or Passdeck, until it is up again.",
    undo: null,
  };
  const warnings =
    names.length === 0
      ? []
      : [
          `${names.length === 1 ? "A VM runs" : `${names.length} VMs run`}: ${names.join(", ")}. The host shuts down, suspends or stops what runs, as libvirt-guests is set up; shut them down first to be sure.`,
        ];
  return withFingerprint(
    { title, kind: "reboot", steps: refusal === null ? [step] : [], warnings, refusal },
    names,
  );
}

/** A job that runs would be cut short. @param jobs Those that run. */
function whyBusy(jobs: readonly Job[], hostId: string): string | null {
  const running = jobs.find((job) => job.hostId === hostId);
  return running === undefined
    ? null
    : `“${running.title}” is still running. Wait until it ends, or cancel it.`;
}
