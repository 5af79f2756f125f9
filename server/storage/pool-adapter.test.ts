import { expect, test } from "vitest";
import { readPoolXml } from "./read-pools";

/* https://libvirt.org/formatstorage.html, "adapter" */
test.each([
  ["<adapter type='scsi_host' name='scsi_host1'/>", "scsi_host1"],
  [
    "<adapter type='scsi_host'><parentaddr unique_id='1'><address domain='0x0000' bus='0x08' slot='0x00' function='0x1'/></parentaddr></adapter>",
    "0000:08:00.1",
  ],
  [
    "<adapter type='fc_host' parent='scsi_host3' wwnn='20000000c9831b4b' wwpn='10000000c9831b4b'/>",
    "port 10000000c9831b4b of scsi_host3",
  ],
  [
    "<adapter type='fc_host' parent_wwnn='2000' parent_wwpn='1000' wwnn='20000000c9831b4b' wwpn='10000000c9831b4b'/>",
    "port 10000000c9831b4b of 1000",
  ],
  ["<adapter type='fc_host' wwnn='2' wwpn='1'/>", "port 1"],
  ["<adapter name='host5'/>", "host5"],
])("a pool on %s says which adapter it needs", (adapter, source) => {
  const xml = `<pool type='scsi'><name>san</name><source>${adapter}</source><target><path>/dev/disk/by-path</path></target></pool>`;
  expect(readPoolXml(xml)).toMatchObject({ type: "scsi", source, unreadable: null });
});
