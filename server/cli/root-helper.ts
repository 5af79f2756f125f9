import { fileURLToPath } from "node:url";
import { need } from "../host/ability";
import { withHost } from "../host/open-host";
import { productFile } from "../host/product-file";
import { refuseForeignProgram } from "../host/root/own-program";
import { rootEyes } from "../host/root/root-eyes";
import { serveOrders } from "../host/root/serve-orders";
import type { Subcommand } from "./subcommand";

/** `passdeck root-helper`: what a Passdeck that is not root has done as root; started by systemd, sudo or polkit alone. */
export const rootHelper: Subcommand = {
  usage: "root-helper",
  summary: "carry out orders of a Passdeck that is not root, from standard input",
  define(command) {
    command.action(async () => {
      const own = [process.argv[1] ?? "", productFile("package.json"), productFile("node_modules")];
      refuseForeignProgram([process.execPath, fileURLToPath(import.meta.url), ...own]);
      await withHost("/", ({ configuration, writer }) =>
        serveOrders(
          { configuration: need(configuration), writer: need(writer), eyes: rootEyes() },
          process.stdin,
          process.stdout,
        ),
      );
    });
  },
};
