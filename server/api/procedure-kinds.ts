import type { AnyTRPCProcedure, AnyTRPCRouter } from "@trpc/server";

/** What kind each procedure of a router is, by its whole path: "vm.act". */
export function procedureKinds(router: AnyTRPCRouter): Map<string, AnyTRPCProcedure["_def"]["type"]> {
  // At run time tRPC keeps them flat, whatever its types say.
  const procedures: Record<string, AnyTRPCProcedure> = router._def.procedures;
  return new Map(Object.entries(procedures).map(([path, procedure]) => [path, procedure._def.type]));
}
