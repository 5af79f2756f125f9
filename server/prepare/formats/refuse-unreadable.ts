import { Refused } from "../refused";
import type { AssignmentFile } from "../shell/assignments";

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
  if (unclosedAt !== null) {
    throw new Refused(
      `${place(unclosedAt)} has a quote that is never closed: the shell that reads the file fails. Close it first.`,
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
