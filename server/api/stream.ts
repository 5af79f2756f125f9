import type * as z from "zod";

/** The output of a subscription: what each item of it is. */
export interface Stream<Item extends z.ZodType> {
  (items: unknown): AsyncIterable<z.output<Item>, void, undefined>;
  item: Item;
}

/**
 * Says what a subscription tells, item by item. The compiler holds a procedure to it, and tests check what goes over the
 * wire; while Passdeck runs nothing is parsed, so that ten thousand VMs or figures every other second cost nothing (ADR 13).
 */
export function stream<Item extends z.ZodType>(item: Item): Stream<Item> {
  return Object.assign((items: unknown) => items as AsyncIterable<z.output<Item>, void, undefined>, { item });
}
