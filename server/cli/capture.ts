import { withHostTree } from "../host/open-host";
import { captureHost } from "../pci/capture/capture-host";
import type { Subcommand } from "./subcommand";

/** `passdeck capture FILE`: this host as a file, for a bug report or a demo. */
export const capture: Subcommand = {
  usage: "capture <file>",
  summary: "write what Passdeck reads of this host to a .tar.gz, without serial numbers and addresses",
  define(command) {
    command
      .option("--root <dir>", "the root of the host to capture", "/")
      .action(async (file: string, { root }: { root: string }) => {
        const { devices } = await withHostTree(root, (tree) => captureHost(tree, file));
        process.stdout.write(`${file}: ${devices} PCI devices\n`);
      });
  },
};
