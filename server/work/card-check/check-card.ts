import type * as z from "zod";
import { onVm, onVmAndDevices } from "../../access/objects-of";
import { whyNot } from "../../domain/actions.schema";
import type { ActContext } from "../act-context";
import { startProblems } from "../host-report/start-problems";
import { whyNoStart } from "../maintenance/refuse-start";
import { agreement, definePlannedAct } from "../planned-act";
import { vmReference } from "../references.schema";
import { cardCheckInputSchema } from "./card-check-input.schema";
import { planCardCheck } from "./plan-card-check";

/** Checks the cards that a VM has, by starting it. */
export const checkCard = definePlannedAct({
  names: { plan: "passthrough.planCheck", run: "passthrough.runCheck" },
  title: "Check the devices of a VM by starting it",
  input: vmReference,
  agreed: vmReference.extend(agreement),
  objects: onVm,
  async plan(context, { hostId, vmId }) {
    const { name, passthrough } = context.services.fleet.vm(hostId, vmId).summary;
    const { devices } = await context.readReport(hostId);
    const input = cardCheckInputSchema.parse({
      vmId,
      vmName: name,
      devices: devices
        .filter(({ address }) => passthrough.includes(address))
        .map(({ address, product, driver }) => ({ address, name: `${product} (${address})`, driver })),
    });
    return {
      plan: planCardCheck(input, await refusalOf(context, { hostId, vmId })),
      jobInput: input,
      inHand: onVmAndDevices({ hostId, vmId, addresses: input.devices.map(({ address }) => address) }),
    };
  },
});

async function refusalOf(
  context: ActContext,
  { hostId, vmId }: z.output<typeof vmReference>,
): Promise<string | null> {
  const { services, readReport } = context;
  const vm = services.fleet.vm(hostId, vmId);
  const { name, passthrough } = vm.summary;
  if (passthrough.length === 0) return `${name} has no passthrough devices. Attach one first.`;
  const why = whyNot("start", vm.summary);
  if (why !== null) return `${name} can't be started because ${why}.`;
  const inMaintenance = whyNoStart(services.fleet, hostId, name);
  if (inMaintenance !== null) return inMaintenance;
  const [problem] = await startProblems(services, vm, { readReport, who: context });
  return problem === undefined ? null : `${problem.message} ${problem.fix}`;
}
