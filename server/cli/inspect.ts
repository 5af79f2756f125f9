import { withHost } from "../host/open-host";
import { readHostReport } from "../pci/read-host-report";
import { reportText } from "./report-text";
import type { Subcommand } from "./subcommand";

/** `passdeck inspect [--root DIR] [--json]`: what the passthrough page shows. */
export const inspect: Subcommand = {
  usage: "inspect",
  summary: "show a host's PCI devices and IOMMU groups",
  define(command) {
    command
      .option("--root <dir>", "a captured host: its folder, or the file that `passdeck capture` wrote", "/")
      .option("--json", "as JSON")
      .action(async ({ root, json }: { root: string; json?: boolean }) => {
        const report = await withHost(root, readHostReport);
        process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
      });
  },
};
