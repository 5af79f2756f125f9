import { initTRPC, TRPCError } from "@trpc/server";
import * as z from "zod";
import { authorise, type Who } from "../access/can";
import { installation } from "../access/object.schema";
import type { ObjectsOf } from "../access/objects-of";
import { isOpenToAll } from "../access/rights";
import { AppError, type AppErrorCode, httpStatusOf } from "../errors";
import type { Context } from "./context";
import { whileTaken } from "./open-subscriptions";
import { veilFor } from "./veil";

/** What a procedure is made of. */
export interface Meta {
  /** The name of its act. */
  act?: string;
}

const tooLarge =
  "What was sent is larger than anything that would be taken. Shorten it, or do it in several parts.";

const trpc = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const { cause } = error;
      if (cause instanceof AppError) {
        return {
          ...shape,
          message:
            ctx === undefined ? cause.userMessage : veilFor(ctx, ctx.services.fleet)(cause.userMessage),
          data: { ...shape.data, appCode: cause.code, httpStatus: httpStatusOf[cause.code] },
        };
      }
      if (cause instanceof z.ZodError) return { ...shape, message: inputMessage(cause) };
      if (error.code === "PAYLOAD_TOO_LARGE") return { ...shape, message: tooLarge };
      const hidden = error.code === "INTERNAL_SERVER_ERROR";
      return hidden ? { ...shape, message: "Something went wrong in Passdeck; its log says what." } : shape;
    },
  });

export const router = trpc.router;

/** Counts a subscription with its socket's for as long as it is open. */
const counted = trpc.middleware(async ({ ctx: { subscriptions }, signal, next }) => {
  if (subscriptions === null) return next();
  const release = subscriptions.begin();
  const result = await next();
  if (result.ok)
    return { ...result, data: whileTaken(result.data as AsyncIterable<unknown>, signal, release) };
  release();
  return result;
});

/** Whoever is not signed in has no input parsed, but of what leads to a sign-in. */
export const entrance = trpc.procedure
  .use(async ({ path, type, ctx, next }) => {
    if ((type === "subscription") !== (ctx.transport === "socket")) {
      throw new TRPCError({ code: "METHOD_NOT_SUPPORTED", message: `${path} does not come this way.` });
    }
    if (ctx.user === null && !isOpenToAll(path)) {
      throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
    }
    const result = await next();
    if (result.ok) return result;
    const { message, cause } = result.error;
    if (hasCode(cause, "forbidden")) throw new TRPCError({ code: "FORBIDDEN", message });
    if (hasCode(cause, "not-found")) throw new TRPCError({ code: "NOT_FOUND", message, cause });
    return result;
  })
  .use(counted);

/** How a procedure without input begins: what it does concerns this installation. */
export const installationProcedure = entrance.use(({ ctx, path, next }) => {
  ask(ctx, path, installation);
  return next();
});

/**
 * How every other procedure begins: it runs only for who has the right of its name on each of the objects that
 * `objectsOf` finds in its input.
 */
export function procedure<Schema extends z.ZodType>(schema: Schema, objectsOf: ObjectsOf<z.output<Schema>>) {
  return entrance.input(schema).use(({ ctx, path, input, next }) => {
    ask(ctx, path, objectsOf(input as z.output<Schema>));
    return next();
  });
}

function ask(who: Who, act: string, objects: ReturnType<ObjectsOf<never>>): void {
  authorise(who, act, ...[objects].flat());
}

function hasCode(cause: unknown, code: AppErrorCode): boolean {
  return cause instanceof AppError && cause.code === code;
}

/** What is wrong with the input, a sentence for each field. */
function inputMessage({ issues }: z.ZodError): string {
  return issues.map(({ message }) => message).join(" ");
}
