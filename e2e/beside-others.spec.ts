import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { HardwarePage } from "./fixtures/hardware-page";
import { expect, test } from "./fixtures/test";
import { VmListPage } from "./fixtures/vm-list";

const run = promisify(execFile);
/** As Terraform's and Ansible's providers leave marks in the definitions that they write. */
const mark = { uri: "https://example.invalid/another-tool", key: "tool", xml: '<mark of="another tool"/>' };

test("what virt-install, virt-xml and other tools do shows, and nobody loses what somebody else has written", async ({
  page,
  virsh,
  libvirtd,
}) => {
  const name = `theirs-${randomBytes(3).toString("hex")}`;
  const definition = () => virsh.run("dumpxml", name, "--inactive");
  const tool = (program: "virt-install" | "virt-xml", ...words: string[]) =>
    run(program, ["--connect", libvirtd.uri, ...words], { env: { ...process.env, LC_ALL: "C" } });
  const list = new VmListPage(page);
  await list.open();

  const devices = ["--disk", "none", "--network", "none", "--graphics", "none"];
  const size = ["--memory", "64", "--vcpus", "1", "--virt-type", "qemu", "--osinfo", "debian11"];
  await tool("virt-install", "--name", name, ...size, ...devices, "--import", "--noautoconsole");
  await expect(list.row(name)).toContainText("Running");
  await expect(list.row(name)).toContainText("64 MiB");
  await virsh.run("metadata", name, mark.uri, "--key", mark.key, "--set", mark.xml, "--config");
  await virsh.run("destroy", name);
  await expect(list.row(name)).toContainText("Off");

  const id = (await virsh.run("domuuid", name)).trim();
  const hardware = new HardwarePage(page);
  await page.goto(`/vms/local/${id}?tab=hardware`);
  await hardware.open(/^Memory$/);
  await hardware.set("Memory (maximum)", "128");
  await hardware.apply();
  const changed = await definition();
  expect(changed).toContain("<memory unit='KiB'>131072</memory>");
  expect(changed).toContain('<libosinfo:os id="http://debian.org/debian/11"/>');
  expect(changed).toContain(mark.uri);
  expect(changed).toContain("another tool");

  // The page is open at what they change now.
  await tool("virt-xml", name, "--edit", "--memory", "memory=192,currentMemory=192");
  await expect(page.getByLabel("Memory (maximum)", { exact: true })).toHaveValue("192");
  expect(await definition()).toContain("another tool");

  await virsh.run("undefine", name);
  await expect(page.getByRole("heading", { name: "There is no such VM" })).toBeVisible();
});
