import { moduleName } from "../../../host/modules/modprobe-configuration";
import { type Edit, edited, refused } from "../../edit";
import { type EarlyModules, earlyOrder } from "../early-order";
import { type Splice, spliced } from "../splice";
import { withLines, withoutContinuation } from "../text-lines";
import { isOpaque, type ListAssignment, type ListItem, readListFile } from "./list-file";

interface Member extends ListItem {
  of: ListAssignment;
}

/**
 * Puts members into a list that a file of bash's has, an array or a string, before their rivals or first; a file
 * without the list gets one. Refused where a command changes it.
 */
export function addToList(text: string, name: string, wanted: EarlyModules): Edit {
  const file = readListFile(text);
  if (isOpaque(file, name))
    return refused(`${name} is not set by plain assignments alone, and what becomes of it is not known.`);
  const parts = inForce(file.assignments, name);
  const first = parts[0];
  const members = membersOf(parts);
  const order = earlyOrder(
    members.map((item) => item.text),
    wanted,
  );
  if (order === null) return edited(text);
  if (first === undefined)
    return edited(withLines(withoutContinuation(text), [`${name}=(${order.insert.join(" ")})`]));
  const next = members[order.at];
  const into = next?.of ?? first;
  const [open, close] = quotes(into);
  return edited(
    spliced(
      text,
      [
        open ?? [],
        insertion(text, into, next, order.insert),
        removals(
          text,
          order.drop.flatMap((index) => members[index] ?? []),
        ),
        close ?? [],
      ].flat(),
    ),
  );
}

/** Takes modules out of every plain assignment of a list. */
export function removeFromList(text: string, name: string, modules: readonly string[]): Edit {
  const gone = modules.map(moduleName);
  const lastOf = (file: string) =>
    membersOf(readListFile(file).assignments.filter((one) => one.name === name)).findLast((member) =>
      gone.includes(moduleName(member.text)),
    );
  let after = text;
  for (let member = lastOf(after); member !== undefined; member = lastOf(after)) {
    after = spliced(after, [removal(after, member)]);
  }
  return edited(after);
}

function membersOf(assignments: readonly ListAssignment[]): Member[] {
  return assignments.flatMap((of) => of.items.map((item) => ({ ...item, of })));
}

/** The assignments that make a list: from the last one that sets it anew. */
function inForce(assignments: readonly ListAssignment[], name: string): ListAssignment[] {
  const own = assignments.filter((one) => one.name === name);
  return own.slice(
    Math.max(
      own.findLastIndex(({ appends }) => !appends),
      0,
    ),
  );
}

/** Names before a member, or into a list that has none. A blank that stands in an empty list stays behind them. */
function insertion(text: string, into: ListAssignment, next: Member | undefined, names: readonly string[]) {
  const at = next?.from ?? into.from;
  const blank = next !== undefined || text[at] === "#" ? " " : "";
  return { from: at, to: at, insert: names.join(" ") + blank };
}

/** The quotes that a value without any needs once it has several members. */
function quotes({ kind, from, to }: ListAssignment): Splice[] {
  return kind === "bare" ? [from, to].map((at) => ({ from: at, to: at, insert: '"' })) : [];
}

/** Members that go together: what is left of them is as if they had never stood there. */
function removals(text: string, members: readonly Member[]): Splice[] {
  const masked = spliced(
    text,
    members.map(({ from, to }) => ({ from, to, insert: " ".repeat(to - from) })),
  );
  return members.map((member) => removal(text, member, masked));
}

/** A member goes with the blanks behind it, the last one of a line with those before it, one alone with its line. */
function removal(text: string, { from, to, of }: Member, masked: string = text): Splice {
  const begin = from - (/[ \t]*$/.exec(text.slice(of.from, from))?.[0].length ?? 0);
  const end = to + (/^[ \t]*/.exec(text.slice(to, of.to))?.[0].length ?? 0);
  const next = /^[ \t]*(.?)/s.exec(masked.slice(to, of.to))?.[1] ?? "";
  if (/[\r\n]/.test(next) && text[begin - 1] === "\n") {
    return { from: begin, to: text.indexOf("\n", end) + 1, insert: "" };
  }
  return /^[\r\n#]?$/.test(next) ? { from: begin, to, insert: "" } : { from, to: end, insert: "" };
}
