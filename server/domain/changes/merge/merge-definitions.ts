import { parseXml, serializeXml } from "../../../xml/xml";
import { type MergeChoices, type MergeConflict, Referee } from "./conflict";
import { mergeChildren } from "./merge-children";
import { top } from "./path";
import { mapThree, type Three } from "./three";

/** Two changes of one definition, put together. */
export interface Merged {
  /** The definition; in places that nobody has chosen for yet it has theirs. */
  xml: string;
  /** All places that both changed, each otherwise; those for which somebody has chosen included. */
  conflicts: MergeConflict[];
}

/**
 * Puts together what the user and somebody else made of the same definition. What one of them changed is taken, what both
 * changed alike too; what both changed otherwise is a conflict, settled by `choices`. A place is an element's tag with its
 * attributes, a single attribute where they are independent, a text, an address, or what belongs to another program.
 * @throws AppError "bad-input" where one of the three is no XML.
 */
export function mergeDefinitions(texts: Three<string>, choices: MergeChoices = {}): Merged {
  const documents = mapThree(texts, parseXml);
  const result = parseXml(texts.mine);
  for (const node of Array.from(result.childNodes)) result.removeChild(node);
  const referee = new Referee(choices);
  mergeChildren(result, documents, top, { document: result, referee });
  return { xml: serializeXml(result), conflicts: referee.conflicts };
}
