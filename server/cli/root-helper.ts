import { fileURLToPath } from "node:url";
import { need } from "../host/ability";
import { answerOrder } from "../host/configuration/answer-order";
import { refuseForeignProgram } from "../host/configuration/own-program";
import { withHost } from "../host/open-host";
import { productFile } from "../host/product-file";
import { readInput } from "./read-input";
import type { Subcommand } from "./subcommand";

/** `passdeck root-helper`: what a Passdeck that is not root has done to how the host starts; started by sudo alone. */
export const rootHelper: Subcommand = {
  usage: "root-helper",
  summary: "carry out one order of a Passdeck that is not root, from standard input",
  define(command) {
    command.action(async () => {
      const own = [process.argv[1] ?? "", productFile("package.json"), productFile("node_modules")];
      refuseForeignProgram([process.execPath, fileURLToPath(import.meta.url), ...own]);
      const order = (await readInput("an order")).toString();
      const answer = await withHost("/", ({ configuration }) => answerOrder(need(configuration), order));
      process.stdout.write(`${answer}\n`);
    });
  },
};
