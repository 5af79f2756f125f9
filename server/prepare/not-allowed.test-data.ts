import { isAllowedCommand } from "../host/configuration/allowed-commands";
import { isAllowedFile } from "../host/configuration/allowed-files";

interface Plan {
  steps: readonly { file: string }[];
  commands: readonly (readonly string[])[];
}

/** What of a plan Passdeck would not carry out: all that is planned has to be on the lists of what it may do. */
export function notAllowed({ steps, commands }: Plan): string[] {
  return [
    ...steps.map(({ file }) => file).filter((file) => !isAllowedFile(file.slice(1))),
    ...commands.filter((words) => !isAllowedCommand(words)).map((words) => words.join(" ")),
  ];
}
