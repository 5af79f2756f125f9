import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  snippetCompletion,
} from "@codemirror/autocomplete";
import type { Grammar } from "@/server/domain/changes/grammar/grammar.schema";
import { placeInText } from "./place-in-text";
import { type Suggestions, suggest } from "./suggest";

/** Completes elements, attributes and values as libvirt's schema has them for the place. */
export function xmlCompletion(grammar: Grammar): CompletionSource {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const place = placeInText(state.sliceDoc(0, pos));
    const { kind, words } = suggest(grammar, place);
    // In a text between tags nobody waits for suggestions until they ask for them, or have begun a word.
    if (words.length === 0 || (place.at === "content" && place.typed === "" && !explicit)) return null;
    return {
      from: pos - place.typed.length,
      options: words.map((word) => completionOf(kind, word)),
      validFor: /^[\w:.-]*$/,
    };
  };
}

function completionOf(kind: Suggestions["kind"], word: string): Completion {
  if (kind === "attribute") return snippetCompletion(`${word}='\${}'`, { label: word, type: "property" });
  if (kind === "closing-tag") return { label: word, apply: `${word}>`, type: "type" };
  return { label: word, type: kind === "element" ? "type" : "constant" };
}
