import { can } from "../../access/can";
import { onHost, onPool } from "../../access/objects-of";
import { AppError } from "../../errors";
import { poolSummarySchema } from "../../storage/pool.schema";
import { readPools } from "../../storage/read-pools";
import { volumeSummarySchema } from "../../storage/volume.schema";
import { refreshStoragePool } from "../../work/pool/refresh";
import { startStoragePool } from "../../work/pool/start";
import { hostReference, poolReference } from "../../work/references.schema";
import { createStorageVolume } from "../../work/volume/create";
import { deleteStorageVolume } from "../../work/volume/delete";
import { downloadStorageVolume } from "../../work/volume/download";
import { pageInput, pageOf, pageSchema } from "../page-of";
import { beginningBy, doing, type Route, reading } from "../route";

const tag = "Storage" as const;
const pools = "/hosts/{hostId}/pools";
const pool = `${pools}/{pool}`;
const volumes = `${pool}/volumes`;

export const storageRoutes: readonly Route[] = [
  reading({
    path: pools,
    id: "listPools",
    tag,
    title: "List a host's storage pools",
    right: "storage.watch",
    input: hostReference.extend(pageInput),
    output: pageSchema(poolSummarySchema),
    objects: onHost,
    async read(request, { hostId, ...page }) {
      const all = await request.services.fleet.host(hostId).run("Storage pools", readPools);
      const seen = all.filter(({ name }) => can(request, "pool.see", onPool({ hostId, pool: name })));
      return pageOf(seen, page, ({ name }) => name);
    },
  }),
  beginningBy(startStoragePool, { method: "POST", path: `${pool}/start`, id: "startPool", tag }),
  doing(refreshStoragePool, { method: "POST", path: `${pool}/refresh`, id: "refreshPool", tag }),
  reading({
    path: volumes,
    id: "listVolumes",
    tag,
    title: "List a pool's volumes",
    notes: "With the VMs that use each.",
    right: "storage.volumes",
    input: poolReference.extend(pageInput),
    output: pageSchema(volumeSummarySchema),
    objects: onPool,
    async read({ services }, { hostId, pool: name, ...page }) {
      const found = await services.storage.volumes(hostId, name);
      if (found !== null) return pageOf(found, page, (volume) => volume.name);
      throw new AppError("not-found", { userMessage: `The pool ${name} is stopped, or is no more.` });
    },
  }),
  beginningBy(createStorageVolume, {
    method: "POST",
    path: volumes,
    id: "createVolume",
    tag,
    example: { request: { name: "data.qcow2", format: "qcow2", capacityBytes: 10_737_418_240 } },
  }),
  beginningBy(downloadStorageVolume, {
    method: "POST",
    path: `${volumes}/download`,
    id: "downloadVolume",
    tag,
    example: {
      url: "https://example.org/debian-12.qcow2",
      name: "debian-12.qcow2",
      checksum: null,
    },
  }),
  doing(deleteStorageVolume.plan, {
    method: "POST",
    path: `${volumes}/{volume}/delete-plan`,
    id: "planVolumeDeletion",
    tag,
    title: "Plan a volume's deletion",
    notes: "Changes nothing. Its fingerprint stands for the plan: DELETE carries out that one or none.",
  }),
  beginningBy(deleteStorageVolume.run, {
    method: "DELETE",
    path: `${volumes}/{volume}`,
    id: "deleteVolume",
    tag,
    notes: "Carries out the plan of that fingerprint, and is refused where things have changed since.",
  }),
];
