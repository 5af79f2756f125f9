import { describe, expect, test } from "vitest";
import { checkPoolDraft, emptyPoolDraft, type PoolDraft } from "./pool-draft";

const draft = (part: Partial<PoolDraft>) => checkPoolDraft({ ...emptyPoolDraft, name: "fast", ...part });

describe("checkPoolDraft", () => {
  test("asks for what the kind needs, and for nothing that was written for another", () => {
    expect(draft({ path: " /srv/vms ", volumeGroup: "vg0" }).request).toEqual({
      type: "dir",
      name: "fast",
      autostart: true,
      path: "/srv/vms",
    });
    expect(draft({ type: "logical", path: "/srv/vms", volumeGroup: "vg0" }).request).toEqual({
      type: "logical",
      name: "fast",
      autostart: true,
      volumeGroup: "vg0",
    });
  });

  test("says at each field what is wrong", () => {
    expect(draft({ name: "", path: "srv" }).problems).toEqual({
      name: "A name begins with a letter or digit and has no slashes.",
      path: "An absolute path is needed.",
    });
    expect(Object.keys(draft({ type: "netfs" }).problems).sort()).toEqual(["exportedPath", "path", "server"]);
  });

  test("reads Ceph's monitors as people write them", () => {
    const { request } = draft({
      type: "rbd",
      cephPool: "vms",
      monitors: "10.0.0.5:6789, mon2 [fd00::1]:3300 fd00::2",
    });
    expect(request).toEqual({
      type: "rbd",
      name: "fast",
      autostart: true,
      cephPool: "vms",
      monitors: [
        { host: "10.0.0.5", port: 6789 },
        { host: "mon2", port: null },
        { host: "fd00::1", port: 3300 },
        { host: "fd00::2", port: null },
      ],
      authentication: null,
    });
  });

  test("wants Ceph's user and secret together", () => {
    const ceph = { type: "rbd", cephPool: "vms", monitors: "mon1" } as const;
    const secretId = "2ec115d7-3a88-3ceb-bc12-0ac909a6fd87";
    expect(draft({ ...ceph, username: "libvirt", secretId }).request).toMatchObject({
      authentication: { username: "libvirt", secretId },
    });
    expect(Object.keys(draft({ ...ceph, username: "libvirt" }).problems)).toEqual(["secretId"]);
    expect(Object.keys(draft({ ...ceph, monitors: "" }).problems)).toEqual(["monitors"]);
  });
});
