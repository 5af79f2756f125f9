import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "../errors";
import { productFile } from "../host/product-file";
import type { Subcommand } from "./subcommand";

/** `passdeck serve`: the dashboard itself, from what is built and installed; `npm start` sees to both first. */
export const serve: Subcommand = {
  usage: "serve",
  summary: "serve the dashboard; settings are PASSDECK_… variables",
  define(command) {
    command.action(async () => {
      if (!existsSync(join(dirname(productFile("package.json")), ".next/BUILD_ID"))) {
        throw new AppError("conflict", { userMessage: "the pages are not built yet; run `npm start` once" });
      }
      // Its module is the server's process: importing it starts the server.
      await import("../main");
    });
  },
};
