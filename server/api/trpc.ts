import { initTRPC, TRPCError } from "@trpc/server";
import { AppError, httpStatusOf } from "../errors";
import type { Context } from "./context";
import { allows, permissions } from "./permissions";

const trpc = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error }) {
    const cause = error.cause;
    if (cause instanceof AppError) {
      return {
        ...shape,
        message: cause.userMessage,
        data: { ...shape.data, appCode: cause.code, httpStatus: httpStatusOf[cause.code] },
      };
    }
    const hidden = error.code === "INTERNAL_SERVER_ERROR";
    return hidden ? { ...shape, message: "Something went wrong in Passdeck; its log says what." } : shape;
  },
});

export const router = trpc.router;
export const createCallerFactory = trpc.createCallerFactory;

/** Every procedure starts here: it runs only for who the permission table lets in. */
export const procedure = trpc.procedure.use(({ path, ctx, next }) => {
  const needed = permissions[path];
  if (needed === undefined)
    throw new TRPCError({ code: "FORBIDDEN", message: `${path} is in no permission table` });
  if (allows(ctx.level, needed)) return next();
  if (ctx.level === "public") throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
  throw new TRPCError({ code: "FORBIDDEN", message: "Your role does not allow this." });
});
