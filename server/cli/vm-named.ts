import * as z from "zod";
import type { KeyVm } from "../access/keys/api-key.schema";
import { DefinitionVersions } from "../database/definition-versions";
import type { Database } from "../database/open-database";
import { AppError } from "../errors";
import { childOf, parseXml, textOf } from "../xml/xml";

/** The id of the host that a Passdeck has where nothing else is set. */
const ownHost = "local";

/**
 * The VM that a command means by a name, a UUID or HOST/UUID. Names are those of the definitions that this Passdeck has seen:
 * a command asks no libvirt.
 * @throws AppError "not-found" where none is called so, "conflict" where several are.
 */
export function vmNamed(database: Database, words: string): KeyVm {
  const versions = new DefinitionVersions(database);
  const { hostId, vmId } = /^((?<hostId>.+)\/)?(?<vmId>[^/]+)$/.exec(words)?.groups ?? {};
  if (vmId !== undefined && z.guid().safeParse(vmId).success)
    return { hostId: hostId ?? versions.hostOf(vmId.toLowerCase()) ?? ownHost, vmId };
  const found = versions.latestWith(words).filter(({ xml }) => nameIn(xml) === words);
  const [vm, another] = found;
  if (vm === undefined)
    throw new AppError("not-found", {
      userMessage: `Passdeck has seen no VM called ${words}. Its UUID works as well: virsh domuuid ${words}`,
    });
  if (another !== undefined)
    throw new AppError("conflict", {
      userMessage: `Several VMs are called ${words}. Name one as HOST/UUID: ${found.map(({ hostId, vmId }) => `${hostId}/${vmId}`).join(", ")}`,
    });
  return { hostId: vm.hostId, vmId: vm.vmId };
}

function nameIn(xml: string): string | null {
  return textOf(childOf(parseXml(xml).documentElement, "name"));
}
