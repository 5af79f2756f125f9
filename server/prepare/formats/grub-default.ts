import { type KernelParameter, kernelParameter } from "../../host/kernel-parameters";
import { type FileStep, stepsTo } from "../file-step";
import { changedLine, idsName, isRemoved } from "../kernel-line/change-line";
import { plainDialect, throughGrub } from "../kernel-line/dialect";
import { EditedLine } from "../kernel-line/edit-line";
import { type LineChange, noLineChange } from "../kernel-line/line-change";
import { type LineWord, lineWords } from "../kernel-line/line-words";
import { kindOf } from "../kernel-line/parameter-kinds";
import { Refused } from "../refused";
import { type Assignment, readAssignments } from "../shell/assignments";
import { planGrubDropIn } from "./grub-drop-in";
import {
  always,
  type GrubFiles,
  grubDefaults,
  grubVariables,
  normalOnly,
  type ReadGrubFile,
} from "./grub-files";
import { refuseUnreadable } from "./refuse-unreadable";
import { withShellLine } from "./shell-line";
import { isWorkedOut, referencesOf, shellValues } from "./shell-values";

/** A value of GRUB's defaults once the shell has read it. */
const grubLine = throughGrub(plainDialect);

/**
 * A change of the defaults of grub-mkconfig: in the variable where a parameter is, or in a drop-in of our own where another
 * file sets it anew. A normal entry gets GRUB_CMDLINE_LINUX and then GRUB_CMDLINE_LINUX_DEFAULT (10_linux).
 */
export function planGrubDefault(given: GrubFiles, change: LineChange): FileStep[] {
  const files = given.files.map(({ path, text }): ReadGrubFile => ({ path, ...readAssignments(text) }));
  const [main] = files;
  if (main === undefined) throw new Refused(`/${grubDefaults} is not there.`);
  for (const file of files) refuseUnreadable(file, given.byDash);
  const field = fieldFor(main, given.field);
  const setBy = files.slice(1).findLast((file) => setsAnew(file, field)) ?? madeIn(files, field);
  const byDropIn = (file: ReadGrubFile) =>
    planGrubDropIn({ files, field, setBy: file, readsDropIns: given.readsDropIns }, change);
  if (setBy !== null) return byDropIn(setBy);
  if (main.text === "") throw new Refused(`/${grubDefaults} is not there.`);
  const steps = inPlace(files, main, field, change);
  const edited = [{ path: main.path, ...readAssignments(steps[0]?.after ?? main.text) }, ...files.slice(1)];
  const later = files.slice(1).findLast(({ assignments }) => assignments.some(({ name }) => name === field));
  return later === undefined || isInForce(edited, change) ? steps : byDropIn(later);
}

/** Whether what was added is not taken back on the line that the files make together. What is not known of it is passed over. */
function isInForce(files: readonly ReadGrubFile[], { add, addIds }: LineChange): boolean {
  const values = shellValues(files);
  const parts = [always, normalOnly].map((name) => values.get(name) ?? { text: "", known: true });
  if (parts.some(({ known }) => !known)) return true;
  const line = new EditedLine(parts.map(({ text }) => text).join(" "), grubLine);
  return changedLine(line, { ...noLineChange, add, addIds }).text === line.text;
}

/** The file that a program makes a variable in, or a drop-in where there is no /etc/default/grub. */
function madeIn(files: readonly ReadGrubFile[], field: string): ReadGrubFile | null {
  const [main] = files;
  if (main !== undefined && target(main, field) === "worked out") return main;
  return main?.text === "" && files.length > 1 ? (files.at(-1) ?? null) : null;
}

/** Gentoo's and others' files may set the other variable alone. */
function fieldFor({ assignments }: ReadGrubFile, field: string): string {
  const isSet = (name: string) => assignments.some((one) => one.name === name);
  const other = field === normalOnly ? always : normalOnly;
  return !isSet(field) && isSet(other) ? other : field;
}

/** The assignment that holds a variable's line, the last that sets it anew or adds to it; null where there is none. */
function target(
  { text, assignments, commands }: ReadGrubFile,
  name: string,
): Assignment | "worked out" | null {
  const own = assignments.filter((one) => one.name === name);
  const last = own.findLastIndex(({ adds }) => !adds);
  const found = own.at(last);
  if (found === undefined) return null;
  const isConditional = own.slice(Math.max(last, 0)).some((one) => one.isConditional);
  const isChanged = commands.some((one) => one.line > found.line && maySet(one.text, name));
  return isConditional ||
    isChanged ||
    isWorkedOut(text.slice(found.from, found.to)) ||
    found.pieces.length > 1
    ? "worked out"
    : found;
}

/** A command that reads a further file, or changes the variable itself. */
function maySet(command: string, name: string): boolean {
  const isNamed = new RegExp(`\\b${name}\\b`).test(command);
  return /^(?:\.|source|eval)\s/.test(command) || (isNamed && !/^(?:export|readonly)\s/.test(command));
}

function setsAnew({ text, assignments, commands }: ReadGrubFile, name: string): boolean {
  if (commands.some((command) => maySet(command.text, name))) return true;
  return assignments.some((one) => {
    if (one.name !== name || one.adds) return false;
    const raw = text.slice(one.from, one.to);
    return isWorkedOut(raw) || !referencesOf(raw).includes(name);
  });
}

function inPlace(
  files: readonly ReadGrubFile[],
  main: ReadGrubFile,
  field: string,
  change: LineChange,
): FileStep[] {
  let text = main.text;
  for (const name of grubVariables) {
    const part = partOf(change, name, main, field);
    const current = { path: main.path, ...readAssignments(text) };
    const found = target(current, name);
    if (found === "worked out") {
      if (part !== null && !(onlyRemoves(part) && !namesAny(current, name, part.remove)))
        throw new Refused(`A program makes ${name} in /${main.path}: what the line becomes can't be known.`);
      continue;
    }
    if (part === null) continue;
    if (found === null) {
      if (name === field) text = withNewLine(text, name, part);
      continue;
    }
    const around = [current, ...files.slice(1)];
    const taken = unknownReference(current, found, around);
    if (taken !== null && onlyRemoves(part) && !namesAny(current, name, part.remove)) continue;
    if (taken !== null) {
      throw new Refused(
        `Line ${found.line} of /${main.path} takes \${${taken}}, which is set elsewhere: what the line becomes can't be known. Add the words there by hand.`,
      );
    }
    text = withShellLine(
      text,
      found,
      (line) => changedLine(line, part, wordsAround(around, found)),
      throughGrub,
    );
  }
  refuseWhatStays(text, files, change);
  return stepsTo(main.path, main.text, text);
}

/** What of a change belongs into one variable; null where nothing does. */
function partOf(change: LineChange, name: string, main: ReadGrubFile, field: string): LineChange | null {
  const holderOf = (parameter: string) =>
    grubVariables.find((variable) => literalWords(main, variable).some((word) => word.name === parameter)) ??
    field;
  const add = change.add.filter((text) => {
    const parameter = kernelParameter(text);
    return (kindOf(parameter.name) === "each" ? field : holderOf(parameter.name)) === name;
  });
  const part: LineChange = {
    ...noLineChange,
    add,
    remove: change.remove,
    removeIds: change.removeIds,
    addIds: holderOf(idsName) === name ? change.addIds : [],
    hugePages: holderOf("hugepages") === name ? change.hugePages : null,
  };
  const isNothing =
    [part.add, part.remove, part.removeIds, part.addIds].every((list) => list.length === 0) &&
    part.hugePages === null;
  return isNothing ? null : part;
}

function onlyRemoves({ add, addIds, removeIds, hugePages }: LineChange): boolean {
  return [add, addIds, removeIds].every((list) => list.length === 0) && hugePages === null;
}

/** Whether what a program makes of a variable may hold one of these parameters. */
function namesAny({ text, assignments }: ReadGrubFile, name: string, parameters: readonly string[]): boolean {
  const raw = assignments.filter((one) => one.name === name).map(({ from, to }) => text.slice(from, to));
  return parameters.some((word) => raw.some((value) => value.includes(word.split("=", 1)[0] ?? word)));
}

function literalWords(main: ReadGrubFile, name: string): readonly LineWord[] {
  const found = target(main, name);
  if (found === null || found === "worked out") return [];
  return found.pieces.flatMap(({ from, to }) => lineWords(main.text.slice(from, to), plainDialect).words);
}

/** What reaches the kernel besides the words of one assignment. */
function wordsAround(files: readonly ReadGrubFile[], left: Assignment): KernelParameter[] {
  const values = shellValues(files, left);
  return grubVariables.flatMap((name) => lineWords(values.get(name)?.text ?? "", grubLine).words);
}

/** A variable that a value takes and that no file sets as plain text. */
function unknownReference(
  main: ReadGrubFile,
  { name, from, to }: Assignment,
  files: readonly ReadGrubFile[],
): string | null {
  const values = shellValues(files);
  const isKnown = (taken: string) => values.get(taken)?.known ?? taken === name;
  return referencesOf(main.text.slice(from, to)).find((taken) => !isKnown(taken)) ?? null;
}

function withNewLine(text: string, name: string, part: LineChange): string {
  const start = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  const empty = `${start}${name}=""\n`;
  const [assignment] = readAssignments(empty).assignments.slice(-1);
  if (assignment === undefined) return text;
  const after = withShellLine(empty, assignment, (line) => changedLine(line, part), throughGrub);
  return after === empty ? text : after;
}

/** Refuses where a word that was to go comes from a variable of the user's own, which may be used elsewhere. */
function refuseWhatStays(text: string, files: readonly ReadGrubFile[], change: LineChange): void {
  const main = { path: grubDefaults, ...readAssignments(text) };
  const all = [main, ...files.slice(1)];
  const values = shellValues(all);
  const words = grubVariables.flatMap((name) => lineWords(values.get(name)?.text ?? "", grubLine).words);
  const left = words.find((word) => isRemoved(word, change.remove));
  if (left === undefined) return;
  for (const file of all) {
    const source = file.assignments.find(({ from, to }) => file.text.slice(from, to).includes(left.text));
    if (source !== undefined) {
      throw new Refused(
        `${left.text} comes from ${source.name} in line ${source.line} of /${file.path}, which may be used elsewhere. Take it out there.`,
      );
    }
  }
  throw new Refused(`${left.text} can't be taken away: no line of GRUB's defaults holds it by itself.`);
}
