import type { Word } from "./command-lines";

/** A member of a list of ids, and where it stands in the file. */
export interface IdsMember {
  /** "10de:1b80", in small letters. */
  id: string;
  from: number;
  to: number;
}

/** A word "ids=10de:1b80,10de:10f0", in quotes or not. */
export interface IdsWord {
  word: Word;
  members: readonly IdsMember[];
  /** Where a further member is put in, behind the last one. */
  end: number;
}

/** Reads a parameter of vfio-pci; null of another one than its ids. */
export function idsWordOf(word: Word): IdsWord | null {
  const [, name, value] = /^("?ids="?)([^"\r]*)/.exec(word.text) ?? [];
  if (name === undefined || value === undefined) return null;
  const place = (index: number) => word.at[index] ?? 0;
  const members = [...value.matchAll(/[^,]+/g)].map(({ 0: text, index }) => {
    const from = name.length + index;
    return { id: text.trim().toLowerCase(), from: place(from), to: place(from + text.length - 1) + 1 };
  });
  return { word, members, end: members.at(-1)?.to ?? place(name.length - 1) + 1 };
}
