import type * as z from "zod";
import { AppError } from "../../errors";
import { createVm } from "../../work/create/create-vm";
import { importXml } from "../../work/create/import-xml";
import { runAct } from "../../work/run-act";
import { beginning, doing, type Route } from "../route";

const tag = "VMs" as const;
const path = "/hosts/{hostId}/vms";

const xml = `<domain type="kvm"><name>web-1</name><memory unit="GiB">2</memory><vcpu>2</vcpu><os><type>hvm</type></os></domain>`;
const example = { request: { source: { kind: "xml", xml }, start: false } };

const input = createVm.plan.input.extend({
  /** Of a plan that was looked at before: another plan by now is refused. Without it the plan is made and carried out. */
  fingerprint: createVm.run.input.shape.fingerprint.optional(),
});

export const createRoutes: readonly Route[] = [
  doing(createVm.plan, {
    method: "POST",
    path: `${path}/plan`,
    id: "planVm",
    tag,
    title: "Plan a new VM",
    notes:
      "Changes nothing. Findings say what stands against it; a plan with a refusal can't be carried out.",
    example,
  }),
  beginning(
    {
      method: "POST",
      path,
      id: "createVm",
      tag,
      title: "Create a VM",
      notes:
        "Of XML, of a specification as the page's wizard makes one, or as a clone. The answer has the VM's UUID; the VM is there once the job has made it.",
      input,
      example,
      rights: ["create.plan", "create.run"],
    },
    async (request, { fingerprint, ...wish }: z.output<typeof input>) => {
      const agreed = fingerprint ?? (await plannedNow(request, wish));
      return runAct(createVm.run, request, { ...wish, fingerprint: agreed });
    },
  ),
  doing(importXml, {
    method: "POST",
    path: "/hosts/{hostId}/import-xml",
    id: "importXml",
    tag,
    notes: "Reads a definition, and tells what would come of it here. Changes nothing.",
    example: { text: xml },
  }),
];

/** The fingerprint of the plan as things are now. @throws AppError "conflict" that says why it can't be carried out. */
async function plannedNow(
  request: Parameters<Route["run"]>[0],
  wish: z.output<typeof createVm.plan.input>,
): Promise<string> {
  const { plan, findings } = await runAct(createVm.plan, request, wish);
  if (plan.refusal === null) return plan.fingerprint;
  const reasons = findings.filter(({ weight }) => weight === "fail").map(({ message }) => message);
  throw new AppError("conflict", { userMessage: [plan.refusal, ...reasons].join(" ") });
}
