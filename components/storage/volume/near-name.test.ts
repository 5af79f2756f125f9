import { expect, test } from "vitest";
import { nearName } from "./near-name";

test.each([
  ["/vms/base.qcow2", "/vms/web.qcow2", "base.qcow2"],
  ["/vms/old/base.qcow2", "/vms/web.qcow2", "/vms/old/base.qcow2"],
  ["/vms/base.qcow2", null, "/vms/base.qcow2"],
  ["/base.qcow2", "/web.qcow2", "base.qcow2"],
])("%s beside %s is %s", (path, beside, name) => {
  expect(nearName(path, beside)).toBe(name);
});
