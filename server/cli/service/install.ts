import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "../../errors";
import { need } from "../../host/ability";
import { withHost } from "../../host/open-host";
import { productFile } from "../../host/product-file";
import { refuseForeignProgram, refuseHiddenProgram } from "../../host/root/own-program";
import type { HostTools } from "../../host/tools";
import type { Subcommand } from "../subcommand";
import { serviceFiles } from "./service-files";
import { ownPlaces, packagePlaces } from "./service-places";
import { isPackaged, ownProgram, type ServiceProgram } from "./service-program";
import { romFolder, serviceUser, stateFolder } from "./service-units";
import { removeService, writeService } from "./write-service";

const units = ["passdeck-root.socket", "passdeck.service"];

/** `passdeck install`: makes Passdeck a service of systemd's, whose web process is a user of its own. */
export const install: Subcommand = {
  usage: "install",
  summary: "make Passdeck a service that starts with the host, as a user of its own",
  define(command) {
    command
      .option("--root <dir>", "write the files below a folder in the place of /, and start nothing", "/")
      .action(async ({ root }: { root: string }) => {
        const program = ownProgram(root);
        if (root === "/") refuseUnfit(program);
        const places = isPackaged() ? packagePlaces : ownPlaces;
        const files = serviceFiles(program, places);
        writeService(root, files, places.mark);
        for (const { path } of files) process.stdout.write(`Wrote /${path}\n`);
        if (root !== "/") return;
        await withHost("/", ({ tools }) =>
          runAll(need(tools), [
            ["systemd-sysusers", "passdeck.conf"],
            ["systemd-tmpfiles", "--create", "passdeck.conf"],
            ["systemctl", "daemon-reload"],
            ["systemctl", "enable", "--now", ...units],
          ]),
        );
        process.stdout.write(
          "Passdeck runs: `journalctl -u passdeck` has the link for the first administrator.\n",
        );
      });
  },
};

/** `passdeck uninstall`: takes away what `passdeck install` has made. */
export const uninstall: Subcommand = {
  usage: "uninstall",
  summary: "take away what `passdeck install` has made",
  define(command) {
    command
      .option("--root <dir>", "of files below a folder in the place of /", "/")
      .option("--state", "also the user and Passdeck's state: its users, jobs, history and kept files")
      .action(async ({ root, state = false }: { root: string; state?: boolean }) => {
        if (root === "/") refusePackaged("apt-get remove passdeck, or purge with its state");
        const files = serviceFiles(ownProgram(root), ownPlaces);
        if (root !== "/") return tell(removeService(root, files, ownPlaces.mark));
        await withHost("/", async ({ tools }) => {
          await need(tools).run("systemctl", ["disable", "--now", ...units]);
          tell(removeService(root, files, ownPlaces.mark));
          await runAll(need(tools), [["systemctl", "daemon-reload"], ...(state ? stateCommands : [])]);
        });
        if (!state)
          process.stdout.write(`${stateFolder} and the user ${serviceUser} stay; --state takes them away.\n`);
      });
  },
};

const stateCommands = [
  ["rm", "--recursive", "--force", stateFolder, romFolder],
  ["userdel", serviceUser],
];

/** @throws AppError "conflict" where this Passdeck came by a package, with what does it there. */
function refusePackaged(instead: string): void {
  if (!isPackaged()) return;
  throw new AppError("conflict", {
    userMessage: `This Passdeck came by a package, and its service with it. By the package: ${instead}.`,
  });
}

/** @throws AppError "forbidden" or "conflict" that says what is to be done first. */
function refuseUnfit({ node, passdeck }: ServiceProgram): void {
  refusePackaged("systemctl enable --now passdeck-root.socket passdeck.service");
  if (process.getuid?.() !== 0)
    throw new AppError("forbidden", { userMessage: "Only root installs a service: run it by sudo." });
  const folder = dirname(productFile("package.json"));
  if (!existsSync(join(folder, ".next/BUILD_ID")))
    throw new AppError("conflict", {
      userMessage: "Nothing is built yet: run `npm start` once, then install it.",
    });
  const parts = [node, passdeck, join(folder, "node_modules"), join(folder, "build")];
  refuseForeignProgram(parts);
  refuseHiddenProgram(parts, serviceUser);
}

async function runAll(tools: HostTools, commands: readonly (readonly string[])[]): Promise<void> {
  for (const [program = "", ...words] of commands) {
    const { status, errors } = await tools.run(program, words);
    if (status !== 0)
      throw new AppError("host-refused", {
        userMessage: `${[program, ...words].join(" ")} failed: ${errors}`,
      });
  }
}

function tell(paths: readonly string[]): void {
  for (const path of paths) process.stdout.write(`Removed /${path}\n`);
}
