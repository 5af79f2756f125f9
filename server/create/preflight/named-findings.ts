import type { PreflightFinding, PreflightHost } from "./preflight.schema";

/**
 * What stands against the named devices that a VM asks for.
 * @param path Where they stand in what the VM is made of.
 */
export function namedFindings(
  names: readonly string[],
  path: PreflightFinding["path"],
  { namedDevices }: Pick<PreflightHost, "namedDevices">,
): PreflightFinding[] {
  const unknown = [...new Set(names)].filter((name) => namedDevices.every((device) => device.name !== name));
  if (unknown.length > 0) return unknown.map((name) => missing(name, path));
  return names.length === 0 ? [] : [givenAtStart(names, path)];
}

function missing(name: string, path: PreflightFinding["path"]): PreflightFinding {
  const message = `The host has no named device “${name}”.`;
  const fix = "Choose another, or have it made on the Passthrough page.";
  return { code: "device-missing", weight: "fail", path, message, fix };
}

function givenAtStart(names: readonly string[], path: PreflightFinding["path"]): PreflightFinding {
  const message = `It asks for named devices (${names.join(", ")}), which are given when a VM is started on its page.`;
  const fix = "Create it without starting it, and start it then.";
  return { code: "named-devices", weight: "fail", path, message, fix };
}
