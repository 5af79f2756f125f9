import type { ObjectReference } from "../../access/object.schema";
import { onBoot, onDevices } from "../../access/objects-of";
import { need } from "../../host/ability";
import { planBinding } from "../binding/bind";
import { agreement, definePlannedAct } from "../planned-act";
import { hostReference, pciAddresses } from "../references.schema";
import { planChange } from "./plan-change";
import { planPartsOf } from "./plan-parts";
import { planReturnCards } from "./plan-return-cards";
import { nextBinding } from "./see-reservations";

const input = hostReference.extend({ addresses: pciAddresses });

const objects = (request: { hostId: string; addresses: readonly string[] }): ObjectReference[] => [
  ...onDevices(request),
  onBoot(request),
];

/** Returns cards to the host: now, where they are reserved now, and at the next start. */
export const returnCards = definePlannedAct({
  names: { plan: "prepare.planReturn", run: "prepare.return" },
  title: "Return devices to the host, now and at the next start",
  input,
  agreed: input.extend(agreement),
  objects,
  async plan(context, { hostId, addresses }) {
    const { bindings, preparations } = context.services;
    const report = await context.readReport(hostId);
    const tree = need(preparations.machine(hostId).files);
    const parts = await planPartsOf(context, hostId);
    const planned = await planReturnCards({
      report,
      addresses,
      binding: await nextBinding(tree, preparations.changesOf(hostId).all()),
      planNow: (held) => planBinding(report, bindings, { hostId, act: "return", addresses: held }),
      planStart: (change) => planChange(parts, change),
    });
    return { ...planned, inHand: objects({ hostId, addresses: planned.addresses }) };
  },
});
