import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { explainTrouble } from "../../fleet/trouble/explain-trouble";
import { troubleSchema } from "../../fleet/trouble/trouble.schema";
import { isAbout, readKernelLog } from "../../host/kernel-log";
import { defineAct } from "../act";
import { hostReference, pciAddresses } from "../references.schema";

/** More than anybody reads of one card: the newest count. */
const mostLines = 100;

/** Tells what the kernel logged of devices since the host booted, newest last, and what of it is known to mean. */
export const kernelLog = defineAct({
  name: "passthrough.kernelLog",
  title: "Read the kernel log",
  input: hostReference.extend({ addresses: pciAddresses }),
  output: z.object({
    lines: z.array(z.object({ text: z.string(), trouble: troubleSchema.nullable() })),
    /** Why it can't be read, a sentence. */
    problem: z.string().nullable(),
  }),
  changes: false,
  objects: onHost,
  async run({ services }, { hostId, addresses }) {
    const host = services.fleet.host(hostId);
    const { lines, problem } = await readKernelLog(host.machine.tools);
    if (lines === null) return { lines: [], problem };
    const about = lines.filter((line) => isAbout(line, addresses)).slice(-mostLines);
    const lookup = await host.troubleLookup();
    return { lines: about.map((text) => ({ text, trouble: explainTrouble(text, lookup) })), problem: null };
  },
});
