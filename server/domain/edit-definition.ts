import type { Connection } from "../libvirt/connection";
import { domainDefineFlags, domainXmlFlags } from "../libvirt/protocol/constants.gen";
import type { DomainHandle } from "./lifecycle";

/** The saved definition, passwords included, so that none gets lost. */
const wholeDefinition = domainXmlFlags.INACTIVE | domainXmlFlags.SECURE;

/** A VM's saved definition, whole: what is to be shown to nobody who may not change it. */
export async function readSavedDefinition(connection: Connection, dom: DomainHandle): Promise<string> {
  const { xml } = await connection.call("domain_get_xml_desc", { dom, flags: wholeDefinition });
  return xml;
}

/** Defines a VM anew; libvirt checks the XML against its schema. A VM that runs takes it over at its next start. */
export async function saveDefinition(connection: Connection, xml: string): Promise<void> {
  await connection.call("domain_define_xml_flags", { xml, flags: domainDefineFlags.VALIDATE });
}
