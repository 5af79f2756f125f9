import type * as z from "zod";
import type { ObjectReference } from "../access/object.schema";
import type { ObjectsOf } from "../access/objects-of";
import type { Act as ActName } from "../access/rights";
import type { ActContext } from "./act-context";

/**
 * Something that can be asked of Passdeck. Its right stands in the table of rights under its name, once for each kind of
 * object that it is done to.
 */
export interface Act<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly name: ActName;
  /** For people: "Rename a VM". */
  readonly title: string;
  readonly input: Input;
  readonly output: Output;
  /** False of a plan or a preview. */
  readonly changes: boolean;
  /** What it is done to. All of them have to be allowed. */
  objects(input: z.output<Input>): ReturnType<ObjectsOf<never>>;
  /** What nobody else may work on meanwhile; empty where it changes nothing, or its job has it all in hand. */
  inHand(input: z.output<Input>, context: ActContext): ReturnType<ObjectsOf<never>>;
  run(context: ActContext, input: z.output<Input>): z.input<Output> | Promise<z.input<Output>>;
}

/** What an act is made of. */
type ActParts<Input extends z.ZodType, Output extends z.ZodType> = Omit<
  Act<Input, Output>,
  "changes" | "inHand"
> & {
  /** Default: true. */
  changes?: boolean;
  /** Default: its objects; nothing where it changes nothing. */
  inHand?: Act<Input, Output>["inHand"];
};

/** Makes an act. */
export function defineAct<Input extends z.ZodType, Output extends z.ZodType>({
  changes = true,
  inHand,
  ...parts
}: ActParts<Input, Output>): Act<Input, Output> {
  return { ...parts, changes, inHand: inHand ?? (changes ? parts.objects : nothing) };
}

/** For acts that have nothing in hand themselves. */
export function nothing(): readonly ObjectReference[] {
  return [];
}
