import type { Document } from "@xmldom/xmldom";
import { applyDesktop, isDesktop } from "../../create/desktop/apply-desktop";
import type { PlannedEdit } from "../../create/desktop/desktop.schema";
import type { Patterns } from "../../domain/changes/grammar/read-grammar";
import { applyEdit, isApplied } from "../../domain/hardware/apply-edit";

/** As `applyEdit`, for every edit that a job carries out. @returns what goes along, in words. */
export function applyPlanned(
  document: Document,
  edit: PlannedEdit,
  patterns: Patterns | null,
): readonly string[] {
  if (edit.act !== "desktop") return applyEdit(document, edit, patterns);
  applyDesktop(document, edit);
  return [];
}

/** Whether a definition is already as the edit wants it. */
export function isPlannedApplied(document: Document, edit: PlannedEdit): boolean {
  return edit.act === "desktop" ? isDesktop(document, edit) : isApplied(document, edit);
}
