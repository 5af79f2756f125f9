import { type FileStep, stepsTo } from "../file-step";
import { changedLine, isRemoved } from "../kernel-line/change-line";
import { doubleQuotedDialect, plainDialect, throughGrub } from "../kernel-line/dialect";
import { EditedLine } from "../kernel-line/edit-line";
import type { LineChange } from "../kernel-line/line-change";
import { lineWords } from "../kernel-line/line-words";
import { Refused } from "../refused";
import { grubDropIns, grubVariables, type ReadGrubFile } from "./grub-files";
import { withShellLine } from "./shell-line";
import { shellValues } from "./shell-values";

const ownName = /(?:^|-)passdeck\.cfg$/;

export interface DropInSituation {
  files: readonly ReadGrubFile[];
  /** The variable that another file makes. */
  field: string;
  /** That file. */
  setBy: ReadGrubFile;
  readsDropIns: boolean;
}

/** Adds to a variable in a file of our own that is read last, as an edit of /etc/default/grub would have no effect. */
export function planGrubDropIn(situation: DropInSituation, change: LineChange): FileStep[] {
  const { files, field, setBy, readsDropIns } = situation;
  if (!readsDropIns) {
    throw new Refused(
      `A program makes ${field} in /${setBy.path}: what the line becomes can't be known. Add the words there by hand.`,
    );
  }
  const isOurs = ({ path }: ReadGrubFile) => ownName.test(baseName(path));
  const lastOther = files.findLast((file) => !isOurs(file) && setsAny(file, field))?.path ?? "";
  const own = files.find((file) => isOurs(file) && file.path > lastOther);
  const others = files.filter((file) => file !== own);
  const values = shellValues(others);
  const around = grubVariables.flatMap((name) => {
    const value = values.get(name);
    return value?.known ? lineWords(value.text, throughGrub(plainDialect)).words : [];
  });
  const kept = around.find((word) => isRemoved(word, change.remove));
  if (kept !== undefined) throw new Refused(`${kept.text} comes from /${setBy.path}. Take it out there.`);
  const edit = (line: EditedLine) => changedLine(line, change, around);
  const assignment = own?.assignments.findLast(({ name }) => name === field);
  if (own !== undefined && assignment !== undefined) {
    const after = withShellLine(own.text, assignment, edit, throughGrub);
    // What adds nothing any more is emptied.
    return stepsTo(own.path, own.text, after === `${field}="$${field}"\n` ? "" : after);
  }
  const added = edit(new EditedLine("", throughGrub(doubleQuotedDialect))).text;
  const path = `${grubDropIns}/${nameBehind(others.map((file) => baseName(file.path)))}`;
  return added === "" ? [] : stepsTo(path, null, `${field}="$${field} ${added}"\n`);
}

function setsAny({ assignments }: ReadGrubFile, field: string): boolean {
  return assignments.some(({ name }) => name === field);
}

/** A name that sorts behind all of these. */
function nameBehind(names: readonly string[]): string {
  const last = names.toSorted().at(-1) ?? "";
  return ["zz-passdeck.cfg", "zz-zz-passdeck.cfg"].find((name) => name > last) ?? `${last}-passdeck.cfg`;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
