import { initTRPC, TRPCError } from "@trpc/server";
import * as z from "zod";
import { AppError, httpStatusOf } from "../errors";
import type { Context } from "./context";
import { allows, permissions } from "./permissions";

const trpc = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error }) {
    const { cause } = error;
    if (cause instanceof AppError) {
      return {
        ...shape,
        message: cause.userMessage,
        data: { ...shape.data, appCode: cause.code, httpStatus: httpStatusOf[cause.code] },
      };
    }
    if (cause instanceof z.ZodError) return { ...shape, message: inputMessage(cause) };
    const hidden = error.code === "INTERNAL_SERVER_ERROR";
    return hidden ? { ...shape, message: "Something went wrong in Passdeck; its log says what." } : shape;
  },
});

export const router = trpc.router;

/** Every procedure starts here: it runs only for who the permission table lets in. */
export const procedure = trpc.procedure.use(({ path, type, ctx, next }) => {
  if ((type === "subscription") !== (ctx.transport === "socket")) {
    throw new TRPCError({ code: "METHOD_NOT_SUPPORTED", message: `${path} does not come this way.` });
  }
  const needed = permissions[path];
  if (needed === undefined)
    throw new TRPCError({ code: "FORBIDDEN", message: `${path} is in no permission table` });
  if (allows(ctx.level, needed)) return next();
  if (ctx.level === "public") throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
  throw new TRPCError({ code: "FORBIDDEN", message: "Your role does not allow this." });
});

/** What is wrong with the input, a sentence for each field. */
function inputMessage({ issues }: z.ZodError): string {
  return issues.map(({ message }) => message).join(" ");
}
