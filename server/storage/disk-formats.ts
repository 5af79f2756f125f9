import pMap from "p-map";
import { AppError } from "../errors";
import type { Connection } from "../libvirt/connection";
import { domainXmlFlags, errorNumber } from "../libvirt/protocol/constants.gen";
import type { ProcedureArguments } from "../libvirt/protocol/procedures.gen";
import { attributeOf, childOf, parseXml } from "../xml/xml";
import { orNull } from "./look-up";

type DomainHandle = ProcedureArguments["domain_get_xml_desc"]["dom"];

/** How a VM reads a volume. */
export interface DiskFormat {
  vmName: string;
  /** By its definition, as in "qcow2"; QEMU reads what names none as raw. */
  format: string;
}

/**
 * By which formats VMs have a volume as their disk, in their running and their saved definitions, as libvirt has them now.
 * @throws AppError "conflict" where a definition that may name the volume can't be read.
 */
export async function diskFormats(
  connection: Connection,
  volume: { pool: string; name: string; path: string | null },
): Promise<DiskFormat[]> {
  const { domains } = await connection.call("connect_list_all_domains", { need_results: 1, flags: 0 });
  const found = await pMap(domains, (domain) => formatsIn(connection, domain, volume), { concurrency: 4 });
  return found.flat();
}

async function formatsIn(
  connection: Connection,
  domain: DomainHandle,
  volume: { pool: string; name: string; path: string | null },
): Promise<DiskFormat[]> {
  const texts = await Promise.all([
    definition(connection, domain, 0),
    definition(connection, domain, domainXmlFlags.INACTIVE),
  ]);
  return [...new Set(texts)].flatMap((text) => {
    if (text === null || !names(volume).some((name) => text.includes(name))) return [];
    return disksOf(text, domain.name)
      .filter(({ source }) => source === volume.path || source === `${volume.pool}/${volume.name}`)
      .map(({ format }) => ({ vmName: domain.name, format }));
  });
}

/** null of a VM that is gone meanwhile. */
async function definition(connection: Connection, dom: DomainHandle, flags: number): Promise<string | null> {
  const answer = await orNull(connection.call("domain_get_xml_desc", { dom, flags }), errorNumber.NO_DOMAIN);
  return answer?.xml ?? null;
}

/** What a text has in it that has the volume in it; a name with a letter that XML writes otherwise is its end. */
function names({ name, path }: { name: string; path: string | null }): string[] {
  return [name, path ?? name].map((text) => text.split(/[&<>'"]/).at(-1) ?? "");
}

/** A disk of a definition: "/path" or "pool/volume", and the format that it is read under. */
export interface DiskSource {
  source: string;
  format: string;
}

/** The disks of a definition. @throws AppError "conflict" where it can't be read. */
export function disksOf(text: string, vmName: string): DiskSource[] {
  try {
    return [...parseXml(text).getElementsByTagName("disk")].map((disk) => {
      const source = childOf(disk, "source");
      const pool = attributeOf(source, "pool");
      return {
        source:
          pool === null
            ? (attributeOf(source, "file") ?? attributeOf(source, "dev") ?? "")
            : `${pool}/${attributeOf(source, "volume") ?? ""}`,
        format: attributeOf(childOf(disk, "driver"), "type") ?? "raw",
      };
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError("conflict", {
      userMessage: `The definition of ${vmName} can't be read, so it is not known how it uses the volume.`,
    });
  }
}
