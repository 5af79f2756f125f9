import { need } from "../host/ability";
import type { CallerAddresses } from "../host/caller-addresses";
import type { Host } from "../host/host";
import { bootLogAsker } from "../host/kernel-log";
import { withHost } from "../host/open-host";
import { managementDevices } from "../pci/management-devices";
import { readHostReport } from "../pci/read-host-report";
import type { JudgedReport } from "../pci/schema";
import { judgeHost } from "../pci/verdict/judge";
import { sshConnection } from "../settings";
import { reportText } from "./report-text";
import type { Subcommand } from "./subcommand";

/** `passdeck inspect [--root DIR] [--json]`: what the passthrough page shows. */
export const inspect: Subcommand = {
  usage: "inspect",
  summary: "show what of a host can be given to a VM, why or why not, and what to do",
  define(command) {
    command
      .option("--root <dir>", "a captured host: its folder, or the file that `passdeck capture` wrote", "/")
      .option("--json", "as JSON")
      .action(async ({ root, json }: { root: string; json?: boolean }) => {
        const report = await withHost(root, judgedReport);
        process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
      });
  },
};

/** The host as `inspect` and its JSON tell it. */
export async function judgedReport({ files, tools, managementConnection }: Host): Promise<JudgedReport> {
  const hardware = await readHostReport(need(files), bootLogAsker(tools));
  const management = managementConnection(askerOf(sshConnection()));
  return judgeHost(hardware, {
    managementDevices: managementDevices(hardware.network, management),
    attachments: new Map(),
  });
}

/** Who asks over ssh: the variable has the client's address and port, then the server's (ssh(1)). */
function askerOf(connection: string | undefined): CallerAddresses | null {
  const [remoteAddress, , localAddress] = connection?.split(" ") ?? [];
  return remoteAddress === undefined || localAddress === undefined ? null : { remoteAddress, localAddress };
}
