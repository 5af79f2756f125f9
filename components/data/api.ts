import { skipToken } from "@tanstack/react-query";
import { getUntypedClient } from "@trpc/client";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@/server/api/router";
import { trpc } from "./client";

const client = getUntypedClient(trpc);

/** What is asked of one procedure. */
const optionsOf = {
  queryOptions:
    (path: string) =>
    (input: unknown, options: object = {}) => ({
      ...options,
      queryKey: [path, input === skipToken ? undefined : input],
      queryFn: input === skipToken ? skipToken : () => client.query(path, input),
    }),
  mutationOptions:
    (path: string) =>
    (options: object = {}) => ({
      ...options,
      mutationKey: [path],
      mutationFn: (input: unknown) => client.mutation(path, input),
    }),
  subscriptionOptions:
    (path: string) =>
    (input: unknown, options: object = {}) => ({
      ...options,
      enabled: input !== skipToken,
      queryKey: [path, input === skipToken ? undefined : input],
      subscribe: (handlers: object) => client.subscription(path, input, handlers),
    }),
};

function isKind(name: string): name is keyof typeof optionsOf {
  return Object.hasOwn(optionsOf, name);
}

function below(path: readonly string[]): unknown {
  return new Proxy(Object.create(null), {
    get: (_target, name) =>
      typeof name === "symbol"
        ? undefined
        : isKind(name)
          ? optionsOf[name](path.join("."))
          : below([...path, name]),
  });
}

/**
 * The server's procedures as options for hooks: `useQuery(api.a.b.queryOptions(input))`,
 * `useSubscription(api.a.b.subscriptionOptions(input))`, `useAction(api.a.b.mutationOptions(), done)`.
 * `skipToken` in place of an input asks nothing. The types are those of @trpc/tanstack-react-query; its own code would
 * cost each page 4 kB for what none of ours needs.
 */
export const api = below([]) as TRPCOptionsProxy<AppRouter>;
