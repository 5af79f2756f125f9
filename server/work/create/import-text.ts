import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { importText as readText } from "../../create/import-text";
import { textFormatSchema } from "../../create/text-format.schema";
import { vmSpecificationSchema } from "../../create/vm-specification.schema";
import type { HostTree } from "../../host/host-tree";
import { readMemorySupply } from "../../host/memory-supply";
import { devicesFolder } from "../../pci/raw-device";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";

/**
 * Tells the specification that another program's text about a VM amounts to on a host, and what does not come along: huge
 * pages are those that the host has set aside, cards have the functions that they have there. An AppError "bad-input"
 * where the text is none of its format.
 */
export const importText = defineAct({
  name: "create.importText",
  title: "Read a VM of another program",
  input: hostReference.extend({
    text: z.string().max(2 ** 20),
    /** null: told by the text. */
    textFormat: textFormatSchema.nullable().default(null),
  }),
  output: z.object({
    specification: vmSpecificationSchema,
    notes: z.array(z.object({ argument: z.string(), reason: z.string() })),
    textFormat: textFormatSchema,
  }),
  changes: false,
  objects: onHost,
  async run({ services }, { hostId, text, textFormat }) {
    const tree = services.fleet.host(hostId).machine.files.value;
    return readText(text, textFormat, tree === null ? {} : await readHost(tree));
  },
});

async function readHost(tree: HostTree) {
  const [{ hugepages }, pciAddresses] = await Promise.all([readMemorySupply(tree), tree.list(devicesFolder)]);
  const [reserved] = hugepages.filter(({ total }) => total > 0);
  return { pciAddresses, ...(reserved === undefined ? {} : { hugepageBytes: reserved.bytes }) };
}
