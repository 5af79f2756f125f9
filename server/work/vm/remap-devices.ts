import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { remapCard } from "../../domain/edit/remap-card";
import { defineAct } from "../act";
import { changeDefinition } from "../definition/change-definition";
import { pciAddress, vmReference } from "../references.schema";

/** Points devices of a VM at where they are now; all of them or none. */
export const remapDevices = defineAct({
  name: "vm.remapDevices",
  title: "Point devices of a VM at where they are now",
  input: vmReference.extend({
    moves: z
      .array(z.object({ from: pciAddress, to: pciAddress }))
      .min(1)
      .max(64),
  }),
  output: z.void(),
  objects: onVm,
  async run({ services, by }, { moves, ...vm }) {
    const words = moves.map(({ from, to }) => `${from} to ${to}`).join(", ");
    await changeDefinition(services, {
      ...vm,
      by,
      what: `Pointed devices at where they are now: ${words}`,
      base: null,
      edit: (document) => {
        for (const { from, to } of moves) remapCard(document, from, to);
      },
    });
  },
});
