import type { Settings } from "./settings";
import type { RunningServer } from "./start/start";

/** What is printed once the server is up: where it is, what it uses, and how the first administrator gets in. */
export function startMessage(
  { urls, version, firstAdministratorLink }: RunningServer,
  { libvirtUri, dataFolder, database, tls, demo }: Settings,
): string {
  const rows = [
    ...urls.map((url, index): [string, string] => [index === 0 ? "Open" : "", url]),
    ["libvirt", libvirtUri] as const,
    ["State", dataFolder] as const,
    ...(database === null ? [] : [["Database", withoutPassword(database)] as const]),
  ];
  const notes = [
    tls.kind === "self-signed"
      ? "The certificate is self-signed: the browser asks once whether to trust it."
      : null,
    tls.kind === "off" ? "TLS is off: put a proxy with TLS in front of it." : null,
    firstAdministratorLink &&
      `No administrator yet. This link makes the first one, and works once:\n\n  ${firstAdministratorLink}`,
  ];
  return [
    `Passdeck ${version}${demo ? " (demo)" : ""} is ready.`,
    rows.map(([name, value]) => `  ${name.padEnd(9)} ${value}`).join("\n"),
    ...notes.filter((note) => note !== null),
    "",
  ].join("\n\n");
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  url.password = "";
  return url.href;
}
