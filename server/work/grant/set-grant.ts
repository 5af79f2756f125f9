import * as z from "zod";
import { type Grant, grantSchema } from "../../access/grant.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ofSubject } from "../quota/quota-input.schema";
import { hostId } from "../references.schema";

/** Lets a user or a group make VMs on a host, of some of its pools, networks, media and named devices; or lets them no more. */
export const setGrant = defineAct({
  name: "grant.set",
  title: "Set who may make VMs",
  input: ofSubject.extend({ hostId, grant: grantSchema.nullable() }),
  output: z.void(),
  objects: onInstallation,
  run({ services: { shares, grants, fleet }, tell }, { subject, hostId, grant }) {
    const whom = `the ${subject.kind} ${shares.nameOf(subject)}`;
    // Of a host that is gone, grants are taken away all the same.
    if (grant !== null) fleet.host(hostId);
    tell({
      title:
        grant === null
          ? `Let ${whom} make VMs on ${hostId} no more`
          : `Let ${whom} make VMs on ${hostId}: ${inWords(grant)}`,
    });
    grants.set(subject, hostId, grant);
  },
});

/** "disks in default; networks lab; media of images; named devices none" */
function inWords({ pools, networks, media, devices }: Grant): string {
  const list = (names: readonly string[]) => (names.length === 0 ? "none" : names.join(", "));
  return `disks in ${list(pools)}; networks ${list(networks)}; media of ${list(media)}; named devices ${list(devices)}`;
}
