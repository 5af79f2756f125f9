import type { MoveOptions } from "@/server/work/move/move-input.schema";

export type { MoveOptions } from "@/server/work/move/move-input.schema";

/** As fast as it goes, and so that it comes to an end. */
export const usualOptions: MoveOptions = {
  bandwidthMiB: null,
  autoConverge: true,
  postCopy: false,
  tls: false,
  keepDisks: false,
};
