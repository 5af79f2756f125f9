import * as z from "zod";

/** A route of a host's. */
export const routeSchema = z.object({
  /** "192.168.1.0/24", "::/0" */
  destination: z.string(),
  interface: z.string(),
  /** Of several routes to the same destination, the one with the lowest is taken. */
  metric: z.number().int().nonnegative(),
});

export type Route = z.infer<typeof routeSchema>;
