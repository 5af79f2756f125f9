import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { explainTrouble } from "../../fleet/trouble/explain-trouble";
import { troubleSchema } from "../../fleet/trouble/trouble.schema";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";

/** Tells what an error or a log of the kernel, QEMU or libvirt means on a host; null where it is not known. */
export const explainText = defineAct({
  name: "passthrough.explain",
  title: "Explain an error",
  input: hostReference.extend({ text: z.string().max(2 ** 18) }),
  output: troubleSchema.nullable(),
  changes: false,
  objects: onHost,
  run: async ({ services }, { hostId, text }) =>
    explainTrouble(text, await services.fleet.host(hostId).troubleLookup()),
});
