import type { CreateSource } from "../../create/create-request.schema";
import { dropUuid, rename, uuidOf, withoutPasswords } from "../../create/definition-identity";
import { definitionFindings } from "../../create/preflight/definition-findings";
import { kvmFindings } from "../../create/preflight/kvm-findings";
import type { PreflightFinding, PreflightHost } from "../../create/preflight/preflight.schema";
import { reachFindings } from "../../create/preflight/reach-findings";
import { parseDefinition } from "../../domain/definition";
import { readDomain } from "../../domain/edit/read-domain";
import { schemaProblems } from "../../domain/validate/schema-problems";
import type { LibvirtSchemas } from "../../host/libvirt/libvirt-schemas";
import { refuseMalformed } from "../../xml/well-formed";
import { serializeXml } from "../../xml/xml";
import type { PreparedCreation } from "./prepared";

type XmlSource = Extract<CreateSource, { kind: "xml" }>;

/**
 * Works out a VM of which somebody has the XML. It keeps its UUID unless a VM of the host has it: libvirt would take
 * the new definition for that VM's.
 * @param there UUIDs of the host's VMs, and its libvirt's schemas; null where it has none to be asked for.
 * @throws AppError "bad-input" where the text is no definition of a VM.
 */
export async function prepareXml(
  { xml, name }: XmlSource,
  start: boolean,
  host: PreflightHost,
  there: { vmIds: ReadonlySet<string>; schemas: LibvirtSchemas | null },
): Promise<PreparedCreation> {
  const document = readDomain(xml);
  await refuseMalformed(xml);
  if (name !== null) rename(document, name);
  const own = uuidOf(document);
  const vmId = own === null || there.vmIds.has(own) ? null : own;
  if (vmId === null) dropUuid(document);
  const definition = serializeXml(document);
  const read = parseDefinition(definition);
  return {
    creation: {
      name: read.name,
      shownXml: withoutPasswords(definition),
      passwordsOf: null,
      fromHost: null,
      volumes: [],
      seed: null,
      answers: null,
      installation: null,
      variables: null,
      tpm: null,
      start,
    },
    definition,
    vmId,
    findings: [
      ...(read.name === "" ? [nameless] : []),
      ...definitionFindings(read, host),
      ...kvmFindings(definition, host),
      ...reachFindings(definition, host),
      ...(await schemaFindings(definition, there.schemas)),
      ...(own !== null && vmId === null ? [uuidTaken(own)] : []),
    ],
  };
}

const nameless: PreflightFinding = {
  code: "definition",
  weight: "fail",
  path: ["name"],
  message: "The definition has no name.",
  fix: "Give the VM a name.",
};

/** libvirt passes over what its schema does not know when it reads, and not when it is asked to validate, as we do. */
async function schemaFindings(xml: string, schemas: LibvirtSchemas | null): Promise<PreflightFinding[]> {
  const problems = (await schemaProblems(xml, schemas)) ?? [];
  return problems.map(({ line, message }) => ({
    code: "definition",
    weight: "fail",
    path: ["xml"],
    message: `Line ${line} does not match libvirt's schema: ${message}`,
    fix: "Correct or remove it.",
  }));
}

function uuidTaken(uuid: string): PreflightFinding {
  return {
    code: "definition",
    weight: "warn",
    path: ["xml"],
    message: `A VM on this host has the UUID ${uuid}; the new one gets another.`,
    fix: "No action is needed.",
  };
}
