import { expect, test } from "vitest";
import { treeOf } from "../../host/tree.test-data";
import { operatingSystems } from "./operating-systems";
import { readOsinfo } from "./read-osinfo";

const os = (content: string) => `<libosinfo version="0.0.1">${content}</libosinfo>`;

const files = {
  "usr/share/osinfo/os/debian.org/debian-11.xml":
    os(`<os id="http://debian.org/debian/11"><short-id>debian11</short-id><short-id>bullseye</short-id>
    <name xml:lang="de">Debian elf</name><name>Debian 11</name><family>linux</family>
    <release-date>2021-08-14</release-date><eol-date>2026-08-31</eol-date>
    <resources arch="all"><minimum><n-cpus>1</n-cpus><ram>1024</ram></minimum><recommended><ram>4096</ram><storage>9000</storage></recommended></resources>
    <devices><device id="http://pcisig.com/pci/1af4/1001"/><device id="http://pcisig.com/pci/1af4/1041"/></devices></os>`),
  "usr/share/osinfo/os/debian.org/debian-12.xml":
    os(`<os id="http://debian.org/debian/12"><short-id>debian12</short-id><name>Debian 12</name><family>linux</family>
    <derives-from id="http://debian.org/debian/11"/>
    <resources arch="all"><recommended><ram>8192</ram></recommended></resources></os>`),
  "usr/share/osinfo/os/microsoft.com/win-11.xml":
    os(`<os id="http://microsoft.com/win/11"><short-id>win11</short-id><name>Windows 11</name><family>winnt</family>
    <derives-from id="http://microsoft.com/win/11"/></os>`),
  "usr/share/osinfo/os/microsoft.com/broken.xml": "<libosinfo><os",
  "usr/share/osinfo/os/microsoft.com/README": "no XML",
};

test("systems have what they derive from, and end with their support", async () => {
  const systems = await readOsinfo(await treeOf(files), "2026-11-21");
  expect(systems).toEqual([
    {
      id: "http://debian.org/debian/11",
      shortId: "debian11",
      name: "Debian 11",
      family: "linux",
      releasedAt: "2021-08-14",
      supported: false,
      vcpus: 1,
      memoryBytes: 4096,
      diskBytes: 9000,
      virtioDisk: true,
      virtioNetwork: true,
    },
    {
      id: "http://debian.org/debian/12",
      shortId: "debian12",
      name: "Debian 12",
      family: "linux",
      releasedAt: null,
      supported: true,
      vcpus: 1,
      memoryBytes: 8192,
      diskBytes: 9000,
      virtioDisk: true,
      virtioNetwork: true,
    },
    {
      id: "http://microsoft.com/win/11",
      shortId: "win11",
      name: "Windows 11",
      family: "windows",
      releasedAt: null,
      supported: true,
      vcpus: null,
      memoryBytes: null,
      diskBytes: null,
      virtioDisk: false,
      virtioNetwork: false,
    },
  ]);
});

test("a host without the database offers what is often installed", async () => {
  const systems = await operatingSystems(await treeOf({ "etc/hostname": "host" }));
  expect(systems).toContainEqual(expect.objectContaining({ shortId: "debian12", virtioDisk: true }));
  expect(systems).toContainEqual(expect.objectContaining({ shortId: "win11", virtioDisk: false }));
  expect(await operatingSystems(null)).toEqual(systems);
});
