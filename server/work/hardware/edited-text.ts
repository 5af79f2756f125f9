import type { Patterns } from "../../domain/changes/grammar/read-grammar";
import { applyEdit } from "../../domain/hardware/apply-edit";
import type { HardwareEdit } from "../../domain/hardware/hardware-edit.schema";
import { AppError } from "../../errors";
import { parseXml, serializeXml } from "../../xml/xml";

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
  edit: HardwareEdit,
  patterns: Patterns | null,
): EditedText | { refusal: string } {
  try {
    const document = parseXml(saved);
    const gone = applyEdit(document, edit, patterns);
    return { xml: serializeXml(document), gone };
  } catch (error) {
    if (error instanceof AppError) return { refusal: error.userMessage };
    throw error;
  }
}
