import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const surfaces = EditorView.theme({
  "&": {
    backgroundColor: "var(--surface)",
    color: "var(--foreground)",
    fontSize: "var(--text-sm)",
    height: "100%",
  },
  // The frame around the editor shows the focus.
  "&.cm-focused, .cm-content": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.25rem" },
  ".cm-content": { caretColor: "var(--foreground)" },
  ".cm-cursor": { borderLeftColor: "var(--foreground)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 25%, transparent)",
  },
  ".cm-gutters": { backgroundColor: "var(--inset)", color: "var(--muted)", borderColor: "var(--border)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--foreground) 4%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--foreground)" },
  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--foreground)" },
  ".cm-panels.cm-panels-bottom": { borderTop: "1px solid var(--border)" },
  ".cm-panel input, .cm-panel button": {
    backgroundColor: "var(--surface)",
    backgroundImage: "none",
    color: "var(--foreground)",
    border: "1px solid var(--border-strong)",
    borderRadius: "var(--radius-sm)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--foreground)",
    border: "1px solid var(--border)",
    borderRadius: "var(--radius-md)",
    boxShadow: "var(--shadow-raised)",
  },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--accent-foreground)",
  },
  ".cm-diagnostic": { fontFamily: "var(--font-sans)", maxWidth: "32rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--danger)" },
  ".cm-foldPlaceholder": {
    backgroundColor: "var(--inset)",
    borderColor: "var(--border)",
    color: "var(--muted)",
  },
});

/** As the view of a definition that can't be edited has them. */
const colours = HighlightStyle.define([
  { tag: [tags.tagName], color: "var(--accent)" },
  { tag: tags.attributeName, color: "var(--warning)" },
  { tag: tags.attributeValue, color: "var(--success)" },
  { tag: [tags.angleBracket, tags.definitionOperator, tags.processingInstruction], color: "var(--muted)" },
  { tag: [tags.comment, tags.blockComment], color: "var(--muted)", fontStyle: "italic" },
  { tag: tags.invalid, color: "var(--danger)" },
]);

/** The editor in the page's own colours, light and dark. */
export const pageTheme: Extension = [surfaces, syntaxHighlighting(colours)];
