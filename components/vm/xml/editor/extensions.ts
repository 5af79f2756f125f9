import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { autoCloseTags, xmlLanguage } from "@codemirror/lang-xml";
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  LanguageSupport,
} from "@codemirror/language";
import { type Diagnostic, linter, lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import type { Extension, Text } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { DefinitionProblem } from "@/server/domain/changes/check-definition";
import type { Grammar } from "@/server/domain/changes/grammar/grammar.schema";
import { pageTheme } from "./theme";
import { xmlCompletion } from "./xml-completion";

/** What an editor of XML is told. */
export interface EditorOptions {
  label: string;
  /** null where libvirt's schema is not installed on the server: nothing is suggested then. */
  grammar: Grammar | null;
  /** Asked for when nobody has typed for a moment. */
  problemsOf(text: string): Promise<readonly DefinitionProblem[]>;
  onChange(text: string): void;
}

/** Milliseconds without a key after which a text is checked. */
const checkDelay = 500;

/** All that makes CodeMirror an editor of domain XML. The Tab key stays the page's, so that nobody is caught. */
export function xmlExtensions({ label, grammar, problemsOf, onChange }: EditorOptions): Extension[] {
  const completion = grammar === null ? [] : xmlLanguage.data.of({ autocomplete: xmlCompletion(grammar) });
  const check = async ({ state }: EditorView): Promise<Diagnostic[]> =>
    (await problemsOf(state.doc.toString())).map((problem) => diagnosticOf(state.doc, problem));
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search(),
    autocompletion(),
    new LanguageSupport(xmlLanguage, [completion, autoCloseTags]),
    linter(check, { delay: checkDelay }),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...completionKeymap,
      ...lintKeymap,
    ]),
    pageTheme,
    // An editable text can be focused as it is; the attribute says so to what checks pages.
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onChange(state.doc.toString());
    }),
  ];
}

/** A problem marks its line, from the first letter on. */
function diagnosticOf(doc: Text, { line, message }: DefinitionProblem): Diagnostic {
  const { from, to, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const indent = text.length - text.trimStart().length;
  return { from: Math.min(from + indent, to), to, severity: "error", message };
}
