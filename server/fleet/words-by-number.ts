/** Words for the members of one of libvirt's enumerations, by their numbers; the compiler finds what is missing. */
export function wordsByNumber<Name extends string>(
  numbers: Readonly<Record<Name, number>>,
  words: Readonly<Record<Name, string>>,
): ReadonlyMap<number, string> {
  const names = Object.keys(numbers) as Name[];
  return new Map(names.map((name) => [numbers[name], words[name]]));
}
