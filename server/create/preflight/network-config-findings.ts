import { readYaml } from "../../yaml/read-yaml";
import type { PreflightFinding } from "./preflight.schema";

/**
 * What of a seed's network-config, which people may have written themselves, configures no NIC of the VM: the text can't
 * be read, or names another MAC address. Version 1 calls it mac_address, version 2 macaddress.
 */
export function networkConfigFindings(
  text: string | null,
  macs: readonly (string | null)[],
): PreflightFinding[] {
  if (text === null) return [];
  const reading = readYaml(text);
  if ("problem" in reading)
    return [
      finding(
        `The network-config can't be read: ${reading.problem}.`,
        "Correct it: cloud-init ignores it like this.",
      ),
    ];
  const given = new Set(macs);
  const strange = macsIn(reading.value).filter((mac) => !given.has(mac.toLowerCase()));
  return [...new Set(strange)].map((mac) =>
    finding(
      `The network-config is for a NIC with the MAC address ${mac}, and no NIC of the VM has it.`,
      "Give the NIC that address, or change the file.",
    ),
  );
}

function macsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(macsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    (key === "macaddress" || key === "mac_address") && typeof part === "string" ? [part] : macsIn(part),
  );
}

function finding(message: string, fix: string): PreflightFinding {
  return { code: "network-config", weight: "warn", path: ["cloudInit", "network-config"], message, fix };
}
