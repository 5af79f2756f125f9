/** Where the library only says that something around is not as it should be, it says elsewhere why. */
const around =
  /^(Extra element|Element \S+ has extra content|Element \S+ failed to validate|Invalid sequence|Did not expect|Expecting an element)/;

/**
 * What a schema has against a definition, for people.
 * @param messages Of the library, which says most of them of what is around the mistake: "Extra element devices in interleave".
 * @returns the first that says something of the mistake itself; null where none does.
 */
export function schemaWords(messages: readonly string[]): string | null {
  return messages.find((message) => !around.test(message)) ?? null;
}
