import { randomUUID } from "node:crypto";
import * as z from "zod";
import { authorise, grantFor } from "../../access/can";
import { onHost, onVm, onVolume } from "../../access/objects-of";
import { type Subject, subjectSchema } from "../../access/share.schema";
import { answersWays } from "../../create/answers/installer.schema";
import { createRequestSchema } from "../../create/create-request.schema";
import { withUuid } from "../../create/definition-identity";
import { type PreflightFinding, preflightFindingSchema } from "../../create/preflight/preflight.schema";
import { planSchema } from "../../plan.schema";
import type { ActContext } from "../act-context";
import { newVmInMaintenance } from "../maintenance/refuse-start";
import { agreement, definePlannedActWith, type Planned } from "../planned-act";
import { hostReference } from "../references.schema";
import { romsOf } from "../rom/rom-file";
import { givenDiskProblems } from "../storage/given-disk-problems";
import type { CreateInput, NewOwner } from "./create-input.schema";
import { grantedOwner, limitFindings, refuseBeyondGrant } from "./granted-creation";
import type { KeptAnswers } from "./kept-answers";
import { type Creation, planCreate } from "./plan-create";
import { answersToKeep, prepareCreation, usesBatteryTable } from "./prepare-creation";

const input = hostReference.extend({
  request: createRequestSchema,
  /** The user or the group whose it is going to be, and whose quota has to allow it; null: nobody's. */
  owner: subjectSchema.nullable().default(null),
});

/** What is planned, as {@link createVm} shows it. */
interface PlannedCreation extends Planned {
  vmId: string;
  findings: PreflightFinding[];
  /** The definition, without passwords. */
  xml: string;
}

/** Makes a VM: of a specification, of XML, or as a clone. Its UUID is known once the job has begun. */
export const createVm = definePlannedActWith(
  {
    names: { plan: "create.plan", run: "create.run" },
    title: "Create a VM",
    input,
    agreed: input.extend(agreement),
    objects: ({ hostId, request: { source } }) => [
      onHost({ hostId }),
      ...(source.kind === "clone" ? [onVm({ hostId: source.fromHostId ?? hostId, vmId: source.vmId })] : []),
    ],
    async plan(context, { hostId, request, owner: asked }): Promise<PlannedCreation> {
      const freshId = randomUUID();
      const grant = grantFor(context, hostId);
      if (grant !== null) refuseBeyondGrant(hostId, request, grant);
      // To make somebody its owner is to share it: what may not do that, an API key among it, makes nobody's VMs.
      else if (asked !== null) authorise(context, "share.set", onVm({ hostId, vmId: freshId }));
      const subject = grant === null ? asked : grantedOwner(context, grant, asked);
      const prepared = await prepareCreation(context, hostId, request);
      const { definition } = prepared;
      const owner = ownerOf(context, subject);
      const creation: Creation = { ...prepared.creation, owner };
      const findings = [
        ...(request.start ? newVmInMaintenance(context.services.fleet, hostId) : []),
        ...(grant === null || subject === null ? [] : limitFindings(context, subject)),
        ...prepared.findings.filter(({ code }) => request.start || code !== "named-devices"),
        ...(await diskFindings(context, hostId, definition)),
      ];
      const vmId = prepared.vmId ?? freshId;
      const { shownXml, answers, installation, ...rest } = creation;
      const jobInput: CreateInput = {
        ...rest,
        ...answersInput(context.services.answers, { answers, installation }),
        vmId,
        by: context.by,
        xml: withUuid(definition, vmId),
      };
      return {
        plan: planCreate(creation, findings),
        jobInput,
        // Others may clone the same VM meanwhile.
        inHand: [
          onVm({ hostId, vmId }),
          ...newVolumes(jobInput).map((made) => onVolume({ hostId, ...made })),
        ],
        demands: [
          {
            kind: "definition",
            vm: { hostId, vmId },
            name: creation.name,
            owners: owner === null ? [] : [owner.subject],
            before: null,
            after: jobInput.xml,
            volumes: creation.volumes,
          },
        ],
        vmId,
        findings,
        xml: shownXml,
      };
    },
    async beforeStart({ services }, { hostId, request }) {
      if (usesBatteryTable(request)) await romsOf(services.fleet, hostId).writeBatteryTable();
      const answers = answersToKeep(request);
      if (answers !== null) services.answers.keep(answers);
    },
  },
  {
    planOutput: z.object({ plan: planSchema, findings: z.array(preflightFindingSchema), xml: z.string() }),
    shown: ({ plan, findings, xml }) => ({ plan, findings, xml }),
    runOutput: z.object({ jobId: z.guid(), vmId: z.guid() }),
    started: ({ vmId }, jobId) => ({ jobId, vmId }),
  },
);

function ownerOf({ services }: ActContext, subject: Subject | null): NewOwner | null {
  return subject && { subject, name: services.shares.nameOf(subject) };
}

/** What stands against the existing volumes that it would get. */
async function diskFindings(
  { services: { fleet } }: ActContext,
  hostId: string,
  definition: string,
): Promise<PreflightFinding[]> {
  const given = { before: null, after: definition, vmName: null };
  const problems = await givenDiskProblems(fleet.host(hostId), given);
  return problems.map((message) => ({
    code: "disk-format",
    weight: "fail",
    path: ["disks"],
    message,
    fix: "Nothing was made.",
  }));
}

/** What the job gets of answer files: where they go, and by what they are known. */
function answersInput(
  kept: KeptAnswers,
  { answers, installation }: Pick<Creation, "answers" | "installation">,
): Pick<CreateInput, "answers" | "installation"> {
  const id = answers && kept.idOf(answers);
  const label = answers && answersWays[answers.installer].label;
  const cd = answers && id && label && { pool: answers.pool, volume: answers.volume, id, label };
  const injected = cd === null ? id : null;
  return { answers: cd || null, installation: installation && { ...installation, injected } };
}

/** All volumes that the job makes. */
function newVolumes({
  volumes,
  seed,
  answers,
  installation,
}: CreateInput): { pool: string; volume: string }[] {
  const taken =
    installation === null
      ? []
      : [installation.kernel, installation.initrd].map(({ volume }) => ({ pool: installation.pool, volume }));
  return [...volumes, ...[seed, answers].filter((cd) => cd !== null), ...taken];
}
