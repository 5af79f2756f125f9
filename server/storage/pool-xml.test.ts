import { expect, test } from "vitest";
import { createPoolSchema } from "./pool-request.schema";
import { poolXml } from "./pool-xml";

const uuid = "0d6a5e1c-0000-4000-8000-00000000abcd";
const xmlOf = (request: object) =>
  poolXml(createPoolSchema.parse(request), uuid).replace(`<uuid>${uuid}</uuid>`, "");

test.each([
  [
    { type: "dir", name: "a", path: "/srv/a & b" },
    '<pool type="dir"><name>a</name><target><path>/srv/a &amp; b</path></target></pool>',
  ],
  [
    { type: "fs", name: "a", device: "/dev/sdb1", path: "/mnt/a" },
    '<pool type="fs"><name>a</name><source><device path="/dev/sdb1"/><format type="auto"/></source><target><path>/mnt/a</path></target></pool>',
  ],
  [
    { type: "netfs", name: "a", server: "nas.lan", exportedPath: "/export", path: "/mnt/a" },
    '<pool type="netfs"><name>a</name><source><host name="nas.lan"/><dir path="/export"/><format type="nfs"/></source><target><path>/mnt/a</path></target></pool>',
  ],
  [
    { type: "logical", name: "a", volumeGroup: "vg0" },
    '<pool type="logical"><name>a</name><source><name>vg0</name><format type="lvm2"/></source><target><path>/dev/vg0</path></target></pool>',
  ],
  [
    { type: "zfs", name: "a", dataset: "tank/vms" },
    '<pool type="zfs"><name>a</name><source><name>tank/vms</name></source></pool>',
  ],
  [
    {
      type: "rbd",
      name: "a",
      cephPool: "rbd",
      monitors: [
        { host: "10.0.0.1", port: 6789 },
        { host: "mon2", port: null },
      ],
      authentication: { username: "libvirt", secretId: "2ec115d7-3a88-3ceb-bc12-0ac909a6fd87" },
    },
    '<pool type="rbd"><name>a</name><source><host name="10.0.0.1" port="6789"/><host name="mon2"/><name>rbd</name><auth type="ceph" username="libvirt"><secret uuid="2ec115d7-3a88-3ceb-bc12-0ac909a6fd87"/></auth></source></pool>',
  ],
])("%j", (request, xml) => expect(xmlOf(request)).toBe(xml));

test.each([
  { type: "dir", name: "a", path: "relative" },
  { type: "dir", name: "a", path: "/srv/../etc" },
  { type: "dir", name: "../a", path: "/srv" },
  { type: "dir", name: "a", path: "/srv", format: "raw" },
  { type: "logical", name: "a", volumeGroup: "-option" },
  { type: "netfs", name: "a", server: "-o", exportedPath: "/e", path: "/m" },
  { type: "rbd", name: "a", cephPool: "p", monitors: [], authentication: null },
  { type: "scsi", name: "a" },
])("%j is refused", (request) => expect(createPoolSchema.safeParse(request).success).toBe(false));
