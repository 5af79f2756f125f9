import { importQemuCommand, type QemuImport } from "../create/import-qemu-command";
import { readDefinition } from "../domain/definition";
import { readDomain } from "../domain/edit/read-domain";
import { type SchemaProblem, schemaProblems } from "../domain/validate/schema-problems";
import { readMemorySupply } from "../host/memory-supply";
import { refuseMalformed } from "../xml/well-formed";
import type { Context } from "./context";

export interface XmlImport {
  /** As the definition has it; "" where it has none. */
  name: string;
  /** What libvirt's schema has against it, by line; null where the schema is not installed. */
  problems: SchemaProblem[] | null;
  /** Devices of the host that it asks for, by their addresses there. */
  passthrough: string[];
  /** Files and volumes that have to be there already. */
  disks: string[];
}

/** @throws AppError "bad-input" where the text is no definition of a VM. */
export async function importXml(text: string): Promise<XmlImport> {
  readDomain(text);
  await refuseMalformed(text);
  const { name, passthrough, disks } = readDefinition(text);
  return {
    name,
    problems: await schemaProblems(text),
    passthrough,
    disks: disks.flatMap(({ source }) => source ?? []),
  };
}

/**
 * What a QEMU command line amounts to on a host: huge pages are those that the host has set aside.
 * @throws AppError "bad-input" where the text is no command of QEMU's.
 */
export async function importQemu(
  { services }: Context,
  { hostId, text }: { hostId: string; text: string },
): Promise<QemuImport> {
  const { tree } = services.fleet.host(hostId).configuration;
  const pages = tree === null ? [] : (await readMemorySupply(tree)).hugepages;
  const [reserved] = pages.filter(({ total }) => total > 0);
  return importQemuCommand(text, reserved === undefined ? {} : { hugepageBytes: reserved.bytes });
}
