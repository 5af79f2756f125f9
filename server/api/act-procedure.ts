import type * as z from "zod";
import type { Act } from "../work/act";
import type { ActRequest } from "../work/act-context";
import { runAct } from "../work/run-act";
import { entrance } from "./trpc";
import { veiled } from "./veil";

/** A mutation that does an act and answers what comes of it. */
export function mutation<Input extends z.ZodType, Output extends z.ZodType>(act: Act<Input, Output>) {
  return actProcedure(act)
    .input(act.input)
    .output(act.output)
    .mutation(({ ctx, input }) => answer(act, ctx, input));
}

/** As {@link mutation}, of an act that changes nothing and whose input is short enough for an address. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(act: Act<Input, Output>) {
  return actProcedure(act)
    .input(act.input)
    .output(act.output)
    .query(({ ctx, input }) => answer(act, ctx, input));
}

/** The beginning of a procedure that does an act, whose right `runAct` asks. */
export function actProcedure(act: Pick<Act, "name">) {
  return entrance.meta({ act: act.name });
}

/**
 * What {@link runAct} answers. As long as nobody knows which act it is, TypeScript can't tell that what tRPC makes of the
 * act's schemas is what the act takes and gives; it can wherever a procedure is made.
 */
async function answer<Input extends z.ZodType>(act: Act<Input>, request: ActRequest, input: unknown) {
  const given = input as z.output<Input>;
  const told = await runAct(act, request, given);
  const ofVms = [act.objects(given)].flat().some(({ kind }) => kind === "vm");
  return (ofVms ? veiled(request, request.services.fleet, told) : told) as never;
}
