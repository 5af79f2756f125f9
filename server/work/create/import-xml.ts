import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { parseDefinition } from "../../domain/definition";
import { readDomain } from "../../domain/edit/read-domain";
import { schemaProblems } from "../../domain/validate/schema-problems";
import { refuseMalformed } from "../../xml/well-formed";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";

/**
 * Tells what a definition from elsewhere describes. It is posted, as a definition is longer than an address may be.
 * An AppError "bad-input" where the text is no definition of a VM.
 */
export const importXml = defineAct({
  name: "create.importXml",
  title: "Read a definition from elsewhere",
  input: hostReference.extend({ text: z.string().max(2 ** 20) }),
  output: z.object({
    /** As the definition has it; "" where it has none. */
    name: z.string(),
    /** What the host's libvirt's schema has against it, by line; null where the schema is not installed. */
    problems: z.array(z.object({ line: z.number(), message: z.string() })).nullable(),
    /** Devices of the host that it asks for, by their addresses there. */
    passthrough: z.array(z.string()),
    /** Files and volumes that have to be there already. */
    disks: z.array(z.string()),
  }),
  changes: false,
  objects: onHost,
  async run({ services }, { hostId, text }) {
    readDomain(text);
    await refuseMalformed(text);
    const { name, passthrough, disks } = parseDefinition(text);
    return {
      name,
      problems: await schemaProblems(text, services.fleet.host(hostId).machine.schemas.value),
      passthrough,
      disks: disks.flatMap(({ source }) => source ?? []),
    };
  },
});
