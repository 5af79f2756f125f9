import { api } from "@/components/data/api";

/** Whose channels they are: the house's, which administrators have, or one's own. */
export type Owner = "house" | "own";

/** What is asked of the server for channels of each. */
export const calls = {
  house: {
    save: () => api.notify.saveChannel.mutationOptions(),
    remove: () => api.notify.deleteChannel.mutationOptions(),
    test: () => api.notify.testChannel.mutationOptions(),
    deliveries: (channelId: string) => api.notify.deliveries.queryOptions({ channelId }),
  },
  own: {
    save: () => api.account.saveChannel.mutationOptions(),
    remove: () => api.account.deleteChannel.mutationOptions(),
    test: () => api.account.testChannel.mutationOptions(),
    deliveries: (channelId: string) => api.account.deliveries.queryOptions({ channelId }),
  },
} as const;
