/** Reads bytes of a medium; fewer where it ends before. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;
