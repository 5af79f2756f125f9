import { netplanSection } from "../host/read-netplan";
import type { GuideRequest, NoGuide } from "./guide-request";

/** Where netplan has the port, and by which name. */
export interface NetplanPort {
  section: string;
  id: string;
}

/**
 * The port's definition: its file for the bridge adds to it, so that a bond keeps its cards and a VLAN its number. A second
 * definition of the same device would be another one to netplan, and which one counts would be chance.
 */
export function netplanPort({ port, host }: GuideRequest): NetplanPort | NoGuide {
  const { name, kind } = port;
  const found = host.netplan.flatMap(({ path, definitions }) =>
    definitions.filter(({ device }) => device === name).map((definition) => ({ ...definition, path })),
  );
  const pattern = found.find(({ byPattern }) => byPattern);
  if (pattern !== undefined)
    return {
      refusal: `${pattern.path} configures ${name} by “${pattern.id}”, a pattern that other devices may fit as well. Give ${name} a definition of its own there first, by its MAC address.`,
    };
  const ids = [...new Set(found.map(({ id }) => id))];
  const [id, other] = ids;
  if (id !== undefined && other !== undefined)
    return {
      refusal: `netplan's files define ${name} more than once, as ${ids.join(" and ")}. Make one definition of them first.`,
    };
  const section = netplanSection(kind);
  if (section === null) return { refusal: `netplan has no definition for ${name}.` };
  if (id === undefined && kind !== "ethernet")
    return {
      refusal: `No file of netplan's that Passdeck can read defines ${name}. A bridge over it would begin with a ${kind} that has nothing in it. Find out what makes ${name}.`,
    };
  return { section, id: id ?? name };
}
