import { Refused } from "../refused";
import type { AssignmentFile } from "../shell/assignments";

/** A value that ends at a blank, so that its next word is run, or a blank in front of the "=". */
const brokenAssignment = /^[A-Z]\w*(?:\[\w+\])?(?:\+?=|\s+\+?=)/;

/**
 * Lets a file through that a shell would read as it stands there.
 * @throws Refused with the line that is in the way.
 */
export function refuseUnreadable(
  { path, text, unclosedAt, assignments, commands }: AssignmentFile & { path: string },
  byDash: boolean,
): void {
  const place = (line: number) => `Line ${line} of /${path}`;
  if (text.includes("\r\n")) {
    throw new Refused(
      `/${path} has Windows line ends, so that every value ends in a carriage return. Convert it first.`,
    );
  }
  if (text.startsWith("\uFEFF")) {
    throw new Refused(
      `/${path} begins with a byte order mark, which the shell takes for a part of its first word. Remove it first.`,
    );
  }
  if (unclosedAt !== null) {
    throw new Refused(
      `${place(unclosedAt)} has a quote or a block that is never closed: the shell that reads the file fails. Close it first.`,
    );
  }
  const broken = commands.find((command) => brokenAssignment.test(command.text));
  if (broken !== undefined) {
    throw new Refused(
      `${place(broken.line)}, “${broken.text}”, sets nothing: the shell takes a word of it for a command. Write the value in quotes, right behind the “=”.`,
    );
  }
  if (!byDash) return;
  const added = assignments.find(({ adds }) => adds);
  if (added !== undefined) {
    throw new Refused(
      `${place(added.line)} uses +=, which /bin/sh (dash) takes for a command's name: grub-mkconfig stops there. Write ${added.name}="$${added.name} …" instead.`,
    );
  }
  const sourced = commands.find((command) => /^source\s/.test(command.text));
  if (sourced === undefined) return;
  throw new Refused(
    `${place(sourced.line)} uses “source”, which /bin/sh (dash) does not know: grub-mkconfig stops there. Write “.” instead.`,
  );
}
