import { moduleName } from "../../../host/modules/modprobe-configuration";
import { type Edit, edited } from "../../edit";
import { withoutParts } from "../text-lines";
import { argumentsOf, type CommandLine, commandLines, withCommand } from "./command-lines";

/** Blacklists modules in a file of modprobe.d(5). The name is taken literally there: "nvidia*" is no module. */
export function blacklistModules(text: string, modules: readonly string[]): Edit {
  return edited(
    modules.reduce(
      (file, module) => (isBlacklisted(file, module) ? file : withCommand(file, `blacklist ${module}`)),
      text,
    ),
  );
}

/** Takes every line out that blacklists one of these modules, or has a program run in its place that only fails or succeeds. */
export function unblacklistModules(text: string, modules: readonly string[]): Edit {
  const lines = commandLines(text);
  const gone = lines.map((line) =>
    modules.some((module) => blacklists(line, module) || isStopped(line, module)),
  );
  return edited(withoutParts(text, lines, (index) => gone[index] ?? false));
}

export function isBlacklisted(text: string, module: string): boolean {
  return commandLines(text).some((line) => blacklists(line, module));
}

/** "install nouveau /bin/false": loading it runs that instead (modprobe.d(5)). */
function isStopped(line: CommandLine, module: string): boolean {
  const words = argumentsOf(line, "install", (name) => name === moduleName(module));
  return words?.length === 1 && /^(?:\/usr)?\/bin\/(?:false|true)$/.test(words[0]?.text ?? "");
}

function blacklists(line: CommandLine, module: string): boolean {
  return argumentsOf(line, "blacklist", (name) => name === moduleName(module)) !== null;
}
