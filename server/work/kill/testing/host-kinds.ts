import { IfupdownHost } from "../../bridge/testing/ifupdown-host";
import { GrubHost } from "../../prepare/testing/grub-host";

/** Hosts in a folder. A process that is killed is told which: while it starts, the folder may be made anew. */
export const hostKinds = { ifupdown: IfupdownHost, grub: GrubHost } as const;
export type HostKind = keyof typeof hostKinds;
