import type { PlannedEdit } from "../../create/desktop/desktop.schema";
import type { Patterns } from "../../domain/changes/grammar/read-grammar";
import { AppError } from "../../errors";
import { parseXml, serializeXml } from "../../xml/xml";
import { applyPlanned } from "./planned-edit";

/** A definition with an edit. */
export interface EditedText {
  xml: string;
  /** What goes along with what was asked for, in words. */
  gone: readonly string[];
}

/**
 * A definition with an edit; why it can't be made is told.
 * @param patterns What libvirt's schema allows beside which choice; null where that is not known.
 */
export function editedText(
  saved: string,
  edit: PlannedEdit,
  patterns: Patterns | null,
): EditedText | { refusal: string } {
  try {
    const document = parseXml(saved);
    const gone = applyPlanned(document, edit, patterns);
    return { xml: serializeXml(document), gone };
  } catch (error) {
    if (error instanceof AppError) return { refusal: error.userMessage };
    throw error;
  }
}
