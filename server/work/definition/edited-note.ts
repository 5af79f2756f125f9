import * as z from "zod";
import { mergeDefinitions } from "../../domain/changes/merge/merge-definitions";
import { withPasswordsOf } from "../../domain/changes/passwords";
import { parseXml } from "../../xml/xml";

type Document = ReturnType<typeof parseXml>;

/** What a step notes of a definition that it edits. */
export const editedNoteSchema = z.object({
  /** What of it was there before, by whatever the step knows it: that is not taken back. */
  had: z.array(z.string()),
  /** The definition as the step left it, without passwords; null before it is done. */
  left: z.string().nullable(),
});

/**
 * The definition of before an edit, with what others have changed since. Where they changed the very same, theirs stays.
 * @param document The present definition; its passwords stay.
 * @param texts Without passwords: as it was before the edit, as the edit left it (null where nobody knows), as it is now.
 */
export function restoredDefinition(
  document: Document,
  { before, left, now }: { before: string; left: string | null; now: string },
): Document {
  const untouched = left === null || left === now;
  const xml = untouched ? before : mergeDefinitions({ base: left, mine: before, theirs: now }).xml;
  return withPasswordsOf(document, parseXml(xml));
}
