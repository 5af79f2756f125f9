/** The work that is compared, by name. */
export const works = ["list-state-xml", "list", "statistics", "sequence", "at-once"] as const;

export type Work = (typeof works)[number];

/** How many domains the works "sequence" and "at-once" ask for their state. */
export const stateCalls = 200;

/** Someone who can do the work. */
export interface Contender {
  /** Does it once and gives the milliseconds it took, in all. */
  run(work: Work): Promise<number>;
  close(): Promise<void>;
}
