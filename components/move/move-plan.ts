import type { trpc } from "@/components/data/client";

/** What is planned, with what becomes of the VM's disks. */
export type MovePlan = Awaited<ReturnType<typeof trpc.move.plan.mutate>>;
