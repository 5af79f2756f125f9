import type { NoGuide } from "../guide/guide-request";
import type { HostLink } from "../host/host-network.schema";
import type { BridgeFiles } from "./bridge-change";
import { type Section, sectionsOf, settingOf } from "./keyfile";

export const profileFolder = "etc/NetworkManager/system-connections";

/** A profile of NetworkManager's in a file of its own. */
export interface Profile {
  name: string;
  sections: Section[];
}

/**
 * The profile that a device is brought up by, if a file has it.
 * @returns null where there is none: NetworkManager made one by itself then, or takes one for any card.
 */
export function profileOf(port: HostLink, files: BridgeFiles): Profile | null | NoGuide {
  const found: Profile[] = [];
  const old = files.names(profileFolder).find((name) => !/^\.|\.nm(?:connection|meta)$/.test(name));
  if (old !== undefined)
    return {
      refusal: `/${profileFolder}/${old} may be about ${port.name}, and has a name that Passdeck does not read. Rename it to ${old}.nmconnection first.`,
    };
  for (const name of files.names(profileFolder).filter((one) => one.endsWith(".nmconnection"))) {
    const text = files.text(`${profileFolder}/${name}`);
    if (text === null)
      return { refusal: `Passdeck can’t read /${profileFolder}/${name}, which may be about ${port.name}.` };
    const sections = sectionsOf(text);
    if (isOf(port, sections)) found.push({ name, sections });
  }
  const [profile = null, other] = found;
  if (other !== undefined)
    return {
      refusal: `Several profiles are for ${port.name}: ${found.map(({ name }) => name).join(", ")}. Leave one of them.`,
    };
  if (profile === null && port.kind !== "ethernet")
    return {
      refusal: `No file below /${profileFolder} has the profile of ${port.name}. Run “nmcli connection migrate” first, if it is one of an older format.`,
    };
  return profile;
}

function isOf({ name, mac }: HostLink, sections: readonly Section[]): boolean {
  const of = (section: string, key: string) => settingOf(sections, section, key);
  const device = of("connection", "interface-name");
  if (device !== null) return device === name;
  const address = of("ethernet", "mac-address") ?? of("802-3-ethernet", "mac-address");
  return address !== null && address.toLowerCase() === mac;
}
