import type { HeldGrant } from "../../access/grant.schema";
import type { Subject } from "../../access/share.schema";
import { notThere } from "../../access/sight";
import type { CreateRequest } from "../../create/create-request.schema";
import { readGranted } from "../../create/granted/beyond-grant";
import { isNamedAfter, namedIn } from "../../create/granted/named-in";
import { readyMedia } from "../../create/granted/ready-media";
import type { HostOfVms } from "../../create/host/host-of-vms";
import type { PreflightFinding } from "../../create/preflight/preflight.schema";
import { AppError } from "../../errors";
import type { ActContext } from "../act-context";
import { isAmong } from "../quota/subjects";
import { volumeName } from "./volume-name";

/**
 * Refuses a request that goes beyond what a VM may have that is made by a grant, before anything is looked up.
 * @throws AppError "forbidden" that names the places; "not-found" for a pool, a network or a named device that is not theirs, as for one
 * that is not there.
 */
export function refuseBeyondGrant(hostId: string, request: CreateRequest, grant: HeldGrant): void {
  const reading = readGranted(request);
  if ("beyond" in reading)
    throw new AppError("forbidden", {
      userMessage: `A VM that you make by yourself may not have this: ${reading.beyond.join(", ")}. Leave it out, or ask an administrator to make the VM.`,
    });
  const { disks, pools, media, networks, devices } = namedIn(reading.request);
  for (const pool of pools) if (!grant.pools.includes(pool)) throw notThere({ kind: "pool", hostId, pool });
  for (const volume of media)
    if (!grant.media.includes(volume.pool)) throw notThere({ kind: "volume", hostId, ...volume });
  for (const network of networks)
    if (!grant.networks.includes(network)) throw notThere({ kind: "network", hostId, uuid: network });
  for (const device of devices)
    if (!grant.devices.includes(device))
      throw new AppError("not-found", { userMessage: `The host has no named device “${device}”.` });
  const stem = volumeName(reading.request.source.specification.name);
  if (disks.some(({ volume }) => !isNamedAfter(stem, volume)))
    throw new AppError("bad-input", {
      userMessage: `The disks of a VM that you make are called after it: ${stem}.qcow2, ${stem}-2.qcow2.`,
    });
}

/** @throws AppError "not-found" for a medium that is none: somebody's disk, or not there. */
export function refuseOthersMedia(hostId: string, request: CreateRequest, host: HostOfVms): void {
  const reading = readGranted(request);
  if ("beyond" in reading) return;
  for (const { pool, volume } of namedIn(reading.request).media) {
    const content = host.resources.pools.find(({ name }) => name === pool);
    if (content === undefined || !readyMedia(content, host).includes(volume))
      throw notThere({ kind: "volume", hostId, pool, volume });
  }
}

/** Whose a VM may be that is made by a grant: the user's own, or a group's of theirs that has a grant there. */
export function ownersBy({ user }: Pick<ActContext, "user">, { holders }: HeldGrant): Subject[] {
  const groups = holders.filter(({ kind }) => kind === "group");
  return user === null ? groups : [{ kind: "user", id: user.id }, ...groups];
}

/**
 * Whose a VM is going to be that is made by a grant. Where nobody is asked for it is the first of {@link ownersBy} whose VMs
 * have a limit.
 * @throws AppError "forbidden" for anybody else.
 */
export function grantedOwner(context: ActContext, grant: HeldGrant, asked: Subject | null): Subject | null {
  const owners = ownersBy(context, grant);
  if (asked === null) return owners.find((owner) => hasLimit(context, owner)) ?? owners[0] ?? null;
  if (isAmong(asked, owners)) return asked;
  throw new AppError("forbidden", {
    userMessage:
      "A VM that you make is your own, or belongs to a group of yours that may have VMs made here.",
  });
}

/** Without a limit of VMs nothing is made by a grant: it would have no end. */
export function limitFindings(context: ActContext, owner: Subject): PreflightFinding[] {
  if (hasLimit(context, owner)) return [];
  return [
    {
      code: "quota",
      weight: "fail",
      path: ["owner"],
      message: `No limit is set for the VMs of ${context.services.shares.nameOf(owner)}, without which none can be made.`,
      fix: "Ask an administrator to set one, as the quota on People.",
    },
  ];
}

function hasLimit({ services: { quotas } }: ActContext, owner: Subject): boolean {
  return quotas.of(owner).vms !== null;
}
