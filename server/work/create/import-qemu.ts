import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { importQemuCommand } from "../../create/import-qemu-command";
import { vmSpecificationSchema } from "../../create/vm-specification.schema";
import { readMemorySupply } from "../../host/memory-supply";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";

/**
 * Tells the specification that a QEMU command line amounts to on a host, and what does not come along: huge pages are
 * those that the host has set aside. An AppError "bad-input" where the text is no command of QEMU's.
 */
export const importQemu = defineAct({
  name: "create.importQemuCommand",
  title: "Read a QEMU command",
  input: hostReference.extend({ text: z.string().max(2 ** 20) }),
  output: z.object({
    specification: vmSpecificationSchema,
    notes: z.array(z.object({ argument: z.string(), reason: z.string() })),
  }),
  changes: false,
  objects: onHost,
  async run({ services }, { hostId, text }) {
    const tree = services.fleet.host(hostId).machine.files.value;
    const pages = tree === null ? [] : (await readMemorySupply(tree)).hugepages;
    const [reserved] = pages.filter(({ total }) => total > 0);
    return importQemuCommand(text, reserved === undefined ? {} : { hugepageBytes: reserved.bytes });
  },
});
