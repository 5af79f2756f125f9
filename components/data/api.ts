import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@/server/api/router";
import { trpc } from "./client";
import { pageQueryClient } from "./query-client";

/**
 * The server's procedures as options for hooks: `useQuery(api.a.b.queryOptions(input))`,
 * `useSubscription(api.a.b.subscriptionOptions(input))`, `useAction(api.a.b.mutationOptions(), done)`.
 * `skipToken` in place of an input asks nothing.
 */
export const api = createTRPCOptionsProxy<AppRouter>({ client: trpc, queryClient: pageQueryClient });
