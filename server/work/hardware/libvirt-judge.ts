import { schemaProblems } from "../../domain/validate/schema-problems";
import { schemaWords } from "../../domain/validate/schema-words";
import type { ManagedHost } from "../../fleet/managed-host";
import type { LibvirtSchemas } from "../../host/libvirt/libvirt-schemas";
import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { errorNumber } from "../../libvirt/protocol/constants.gen";
import type { Judge, Objection } from "./why-refused";

/** What libvirt says of a definition itself; all else keeps only a start from succeeding, and may pass. */
const ofDefinition: readonly number[] = [
  errorNumber.XML_ERROR,
  errorNumber.XML_DETAIL,
  errorNumber.XML_INVALID_SCHEMA,
  errorNumber.CONFIG_UNSUPPORTED,
];

type JudgingHost = Pick<ManagedHost, "run" | "machine">;

/** What was judged last, by host: a plan is made again, most often of the same, when it is agreed to. */
const judged = new WeakMap<JudgingHost, { xml: string; objection: Objection | null }>();

/** Judges definitions by a host's libvirt: first its schema, then itself. */
export function libvirtJudge(host: JudgingHost): Judge {
  const bySchema = schemaJudge(host.machine.schemas.value);
  return async (xml) => {
    const latest = judged.get(host);
    if (latest?.xml === xml) return latest.objection;
    const objection =
      (await bySchema(xml)) ??
      (await host.run("The definition", (connection) => askLibvirt(connection, xml)));
    judged.set(host, { xml, objection });
    return objection;
  };
}

/** Judges definitions by the schema of a host's libvirt. @param schemas Null of a host that has none to be asked for. */
export function schemaJudge(schemas: LibvirtSchemas | null): Judge {
  return async (xml) => {
    const problems = (await schemaProblems(xml, schemas)) ?? [];
    if (problems.length === 0) return null;
    const why = schemaWords(problems.map(({ message }) => message));
    const told = why === null ? "" : ` (${why})`;
    return { by: "schema", words: `libvirt's schema does not allow it beside the rest${told}.` };
  };
}

/**
 * Has libvirt work out the command that it would start QEMU by, for which it checks the definition; nothing is defined and
 * nothing is started by that.
 */
async function askLibvirt(connection: Connection, domainXml: string): Promise<Objection | null> {
  try {
    await connection.call("connect_domain_xml_to_native", { nativeFormat: "qemu-argv", domainXml, flags: 0 });
    return null;
  } catch (error) {
    if (!(error instanceof LibvirtError)) throw error;
    if (!ofDefinition.includes(error.code)) return null;
    return { by: "libvirt", words: `libvirt refuses it: “${error.message}”.` };
  }
}
