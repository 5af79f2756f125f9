import { type Edit, edited, refused } from "../../edit";
import { type Splice, spliced } from "../splice";
import { withoutParts } from "../text-lines";
import { argumentsOf, type CommandLine, commandLines, withCommand } from "./command-lines";
import { type IdsMember, type IdsWord, idsWordOf } from "./ids-word";
import { isPatternOf } from "./module-pattern";

/** The parameter's place in the kernel is 1,024 characters with its end (drivers/vfio/pci/vfio_pci.c). */
const mostCharacters = 1023;

interface IdsLine {
  line: CommandLine;
  list: IdsWord;
}

/** The ids that a file gives vfio-pci: of several lists the last counts. null where it has none. */
export function vfioIdsOf(text: string): readonly string[] | null {
  return (
    idsLines(text)
      .at(-1)
      ?.list.members.map(({ id }) => id) ?? null
  );
}

/** The program that an "install vfio-pci" command runs in place of loading it; null where there is none. */
export function installOfVfio(text: string): string | null {
  for (const line of commandLines(text)) {
    const command = argumentsOf(line, "install", (name) => isPatternOf(name, "vfio_pci"));
    if (command !== null) return command.map((word) => word.text).join(" ");
  }
  return null;
}

/**
 * Adds "vendor:device" ids to the list that a file of modprobe.d(5) has for vfio-pci, or a line with them. A second list
 * would take the place of the first, so there is never one. Refused where an install command loads vfio-pci.
 * @param twins ids that a device has which stays with the host
 */
export function addVfioIds(text: string, ids: readonly string[], twins: ReadonlySet<string>): Edit {
  const program = installOfVfio(text);
  if (program !== null) return refusedInstall(program);
  const last = idsLines(text).at(-1);
  const there = last?.list.members.map(({ id }) => id) ?? [];
  const missing = [...new Set(ids.map((id) => id.toLowerCase()))].filter(
    (id) => !there.includes(id) && !(twins.has(id) && hasAlias(text, id)),
  );
  const shared = missing.find((id) => twins.has(id));
  if (shared !== undefined) return refusedTwin(shared);
  if (missing.length === 0) return edited(text);
  const length = [...there, ...missing].join(",").length;
  if (length > mostCharacters) {
    return refused(
      `vfio-pci takes ${mostCharacters} characters of ids, and these would be ${length}. Bind devices by their addresses.`,
    );
  }
  if (last === undefined) return edited(withCommand(text, `options vfio-pci ids=${missing.join(",")}`));
  const { end, members } = last.list;
  const insert = `${members.length === 0 ? "" : ","}${missing.join(",")}`;
  return edited(spliced(text, [{ from: end, to: end, insert }]));
}

/** Takes ids out of every list that a file has for vfio-pci; a list, and a line, that has nothing left goes with them. */
export function removeVfioIds(text: string, ids: readonly string[]): Edit {
  const gone = ids.map((id) => id.toLowerCase());
  const before = vfioIdsOf(text) ?? [];
  const isGoing = ({ list }: IdsLine) => list.members.some(({ id }) => gone.includes(id));
  let after = text;
  for (let one = idsLines(after).findLast(isGoing); one; one = idsLines(after).findLast(isGoing)) {
    after = withoutIds(after, one, gone);
  }
  const left = vfioIdsOf(after) ?? [];
  const woken = left.filter((id) => !before.includes(id));
  if (woken.length === 0) return edited(after);
  return refused(
    `Without its last list of ids another one counts that did not until now (${woken.join(", ")}). Put the lists together first.`,
  );
}

function withoutIds(text: string, { line, list }: IdsLine, gone: readonly string[]): string {
  const kept = list.members.findIndex(({ id }) => !gone.includes(id));
  if (kept >= 0) return spliced(text, list.members.flatMap(removalOf(gone, kept)));
  const others = line.words.slice(2).filter((word) => word !== list.word);
  if (others.length === 0 || others[0]?.text.startsWith("#")) {
    const lines = commandLines(text);
    return withoutParts(text, lines, (index) => lines[index]?.from === line.from);
  }
  const previous = line.words[line.words.indexOf(list.word) - 1];
  const from = (previous?.at.at(-1) ?? 0) + 1;
  return spliced(text, [{ from, to: (list.word.at.at(-1) ?? from) + 1, insert: "" }]);
}

/** A member goes with the comma before it, those before the first one that is kept with the comma behind. */
function removalOf(gone: readonly string[], kept: number) {
  return ({ id, from, to }: IdsMember, index: number, members: readonly IdsMember[]): Splice[] => {
    if (!gone.includes(id)) return [];
    if (index < kept) return [{ from, to: members[index + 1]?.from ?? to, insert: "" }];
    return [{ from: members[index - 1]?.to ?? from, to, insert: "" }];
  };
}

function idsLines(text: string): IdsLine[] {
  return commandLines(text).flatMap((line) =>
    (argumentsOf(line, "options", (name) => name === "vfio_pci") ?? []).flatMap((word) => {
      const list = idsWordOf(word);
      return list === null ? [] : [{ line, list }];
    }),
  );
}

/** Whether an alias command gives devices of this id to vfio-pci, by more than the id. */
function hasAlias(text: string, id: string): boolean {
  const [vendor = "", device = ""] = id.split(":").map((part) => part.padStart(8, "0"));
  return commandLines(text).some(
    ({ words: [command, pattern, module] }) =>
      command?.text === "alias" &&
      /^vfio[-_]pci$/.test(module?.text ?? "") &&
      pattern?.text.toLowerCase().startsWith(`pci:v${vendor}d${device}`.toLowerCase()),
  );
}

export function refusedInstall(program: string): Edit {
  return refused(
    `An install command decides how vfio-pci is loaded (${program}); what a script does is not known to Passdeck. Add the devices to it, or remove the command.`,
  );
}

function refusedTwin(id: string): Edit {
  return refused(
    `A device that stays with the host is ${id} as well, and ids take every device of a model. Bind the device by its address.`,
  );
}
