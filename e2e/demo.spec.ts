import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { ConsoleTab } from "./fixtures/console-tab";
import type { ImageMirror } from "./fixtures/image-mirror";
import { expect, test } from "./fixtures/test";
import { PlanDialog } from "./lab/pages/plan-dialog";

const program = fileURLToPath(new URL("../server/setup/start.mjs", import.meta.url));

/** What the machine is called that the demo runs on, so that it can be told from what the demo makes up. */
const realName = "a-real-machine";
const gpu = "0000:01:00.0";

interface RunningDemo {
  child: ChildProcess;
  link: string;
  stateFolder: string;
}

/**
 * In a namespace of its own, where the machine has another name (uts_namespaces(7)).
 * @param outside Where all that is downloaded would be asked for, were anything.
 */
function startDemo(outside: ImageMirror): Promise<RunningDemo> {
  const named = ["--uts", "sh", "-c", 'hostname "$1" && shift && exec "$@"', "sh", realName];
  const child = spawn("unshare", [...named, process.execPath, program, "--demo"], {
    env: {
      ...process.env,
      PASSDECK_HOST: "127.0.0.1",
      PASSDECK_PORT: "0",
      PASSDECK_LOG_LEVEL: "error",
      PASSDECK_IMAGE_MIRROR: outside.url,
      PASSDECK_PROXY: outside.url,
      PASSDECK_IMAGE_CATALOGUE: `${outside.url}/images.json`,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let text = "";
    child.once("exit", () => reject(new Error(`the demo ended:\n${text}`)));
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      const link = /^ +(https:\S+\/setup#token=\S+)$/m.exec(text)?.[1];
      const stateFolder = /^ +State +(\S+)$/m.exec(text)?.[1];
      if (link !== undefined && stateFolder !== undefined) resolve({ child, link, stateFolder });
    });
  });
}

let demo: RunningDemo;
let main: Locator;
/** All that the server told the page over its sockets. */
let told: string[];

test.use({ storageState: undefined, baseURL: undefined });

test.beforeEach(async ({ page, mirror }) => {
  told = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => told.push(payload.toString())),
  );
  demo = await startDemo(mirror);
  await page.goto(demo.link);
  await page.getByLabel("User name").fill("visitor");
  await page.getByLabel("Password", { exact: true }).fill("a long enough password");
  await page.getByRole("button", { name: "Create the administrator" }).click();
  await expect(page.getByText("GeForce GTX 970").first()).toBeVisible();
  main = page.getByRole("navigation", { name: "Main" });
});

test.afterEach(async ({ page, mirror }) => {
  await page.close();
  demo.child.kill("SIGTERM");
  const [status] = await once(demo.child, "exit");
  expect(status).toBe(0);
  expect(existsSync(demo.stateFolder)).toBe(false);
  expect(mirror.connections).toBe(0);
});

/** A file of the made-up host. */
function file(path: string): string {
  return readFileSync(join(demo.stateFolder, "demo-host/root", path), "utf8");
}

function driverOf(address: string): string {
  return basename(
    readlinkSync(join(demo.stateFolder, "demo-host/root/sys/bus/pci/devices", address, "driver")),
  );
}

/** What decides how it starts. */
function bootFiles(): string[] {
  return [
    "etc/default/grub",
    "etc/mkinitcpio.conf",
    "boot/grub/grub.cfg",
    "boot/initramfs-6.12-x86_64.img",
  ].map(file);
}

/** Restarts the host. While it is away the server says so, of which the browser complains. */
async function restart(page: Page, complaints: string[]): Promise<void> {
  await page.getByRole("button", { name: "Restart the host…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Restart", exact: true }).click();
  await expect(page.getByText(/^The host restarts\./)).toBeVisible();
  await expect(page.getByText(/^The host is there again/)).toBeVisible();
  await expect(page.getByRole("complementary").getByText("Connected", { exact: true })).toBeVisible();
  forgetAway(complaints);
}

function forgetAway(complaints: string[]): void {
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/status of 503/.test(text)));
}

/** Keeps how it looks, wide and narrow, light and dark; nothing scrolls sideways. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1440, 375]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `test-results/demo/${name}-${colorScheme}-${width}.png` });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function openVm(page: Page, name: string): Promise<void> {
  await main.getByRole("link", { name: "VMs" }).click();
  await page.getByRole("grid", { name: "Virtual machines" }).getByRole("link", { name }).click();
}

test("the demo shows a made-up host with its VMs, and nothing of the machine that it runs on", async ({
  page,
}) => {
  for (const name of ["Overview", "VMs", "Host", "Passthrough", "Storage", "Networks"]) {
    await main.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByRole("complementary").getByText("Demo")).toBeVisible();
    await expect(page.getByRole("complementary").getByText("workstation")).toBeVisible();
    await expect(page.locator("body")).not.toContainText(realName);
  }
  await openVm(page, "home-assistant");
  await expect(page.getByRole("status").filter({ hasText: /^Running$/ })).toBeVisible();
  expect(told.join("\n")).toContain("workstation");
  expect(told.join("\n")).not.toContain(realName);
});

test("from a bare host to a VM with the card and back, and from the beginning", async ({
  page,
  complaints,
}) => {
  const before = bootFiles();
  expect(driverOf(gpu)).toBe("nouveau");
  await main.getByRole("link", { name: "Host", exact: true }).click();
  const form = page.getByRole("region", { name: "Change how the host starts" });
  await form.getByRole("checkbox", { name: "Use the IOMMU (Intel VT-d)" }).check();
  await form.getByRole("checkbox", { name: "Translate for VMs alone" }).check();
  await form.getByRole("checkbox", { name: "GeForce GTX 970" }).check();
  await form.getByLabel("Pages").fill("8");
  await form.getByRole("button", { name: "Show the plan" }).click();
  await new PlanDialog(page).carryOut("Apply");
  expect(driverOf(gpu)).toBe("nouveau");
  await restart(page, complaints);
  await expect(page.getByText("The host is there again, and started as planned.")).toBeVisible();
  await look(page, "restarted");
  await expect(page.getByText("Verified", { exact: true })).toBeVisible();
  expect(driverOf(gpu)).toBe("vfio-pci");
  expect(file("proc/cmdline")).toContain("intel_iommu=on iommu=pt");
  expect(file("sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages")).toBe("8\n");

  await page.goto(`${new URL(demo.link).origin}/passthrough?card=${gpu}`);
  await page.getByRole("button", { name: "Read its VBIOS…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Read VBIOS anyway" }).click();
  await expect(page.getByRole("dialog")).toContainText("For this card: yes");
  await page.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).last().click();
  const roms = readdirSync(join(demo.stateFolder, "demo-host/root/var/lib/passdeck-roms"));
  expect(roms).toEqual(["geforce-gtx-970-01-00.0.rom"]);
  await page.getByRole("button", { name: "Attach to a VM…" }).click();
  const attach = page.getByRole("dialog", { name: /^Attach / });
  await attach.getByLabel("VM", { exact: true }).selectOption({ label: "debian-desktop (off)" });
  await expect(attach.getByText("Change the definition of debian-desktop").first()).toBeVisible();
  await new PlanDialog(page).carryOut("Attach");

  await openVm(page, "debian-desktop");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Running$/ })).toBeVisible();
  await page.getByRole("tab", { name: "Console" }).click();
  const { screen } = new ConsoleTab(page);
  await expect(screen).toContainText("nouveau 0000:05:00.0: NVIDIA GM204");
  await expect(screen).toContainText("debian-desktop login:");
  await expect(screen).toBeVisible();
  await look(page, "console");
  await page.getByRole("button", { name: "Shut down" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Off$/ })).toBeVisible();

  await main.getByRole("link", { name: "Host", exact: true }).click();
  await page.getByRole("button", { name: /^Take back/ }).click();
  await new PlanDialog(page).carryOut("Take back");
  expect(bootFiles()).toEqual(before);
  await restart(page, complaints);
  await expect(page.getByText("The kernel does not use an IOMMU").first()).toBeVisible();
  expect(driverOf(gpu)).toBe("nouveau");

  await page.getByRole("button", { name: "Demo", exact: true }).click();
  await look(page, "dialog");
  await page.getByRole("button", { name: "Reset the demo" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await main.getByRole("link", { name: "Host", exact: true }).click();
  await expect(form).toBeVisible();
  await expect(page.getByRole("button", { name: /^Take back/ })).toHaveCount(0);
  forgetAway(complaints);
  expect(told.join("\n")).not.toContain(realName);
});

test("what needs attention is one press from its plan, and the way back is there", async ({ page }) => {
  await main.getByRole("link", { name: "Overview" }).click();
  const fix = page.getByRole("link", { name: "Show the fix: The IOMMU of workstation is off" });
  const plan = page.getByRole("dialog");
  await fix.focus();
  await page.keyboard.press("Enter");
  await expect(plan.getByText("intel_iommu=on").first()).toBeVisible();
  await look(page, "fix");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(plan).toHaveCount(0);

  await fix.click();
  await expect(plan.getByRole("button", { name: "Apply" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(plan).toHaveCount(0);
  await expect(page).toHaveURL(/\/host#iommu-kernel$/);
  await expect(page.getByRole("button", { name: "Show the plan: IOMMU in the kernel" })).toBeFocused();
  await page.goBack();
  await fix.click();
  await new PlanDialog(page).carryOut("Apply");
  expect(file("etc/default/grub")).toContain("intel_iommu=on");
  await expect(page).toHaveURL(/\/host#iommu-kernel$/);
  await expect(page.getByRole("button", { name: "Restart the host…" })).toBeVisible();
});

test("an image of the catalogue becomes a running VM, and nobody outside is asked", async ({ page }) => {
  await page.goto(`${new URL(demo.link).origin}/vms/new`);
  await page.getByRole("radio", { name: "Cloud image" }).check();
  await page.getByRole("radio", { name: "Minimal test VM" }).check();
  await page.getByLabel("Name", { exact: true }).fill("first");
  await page.getByRole("button", { name: "Image catalogue" }).click();
  const catalogue = page.getByRole("dialog", { name: "Image catalogue" });
  await expect(catalogue.getByRole("button", { name: /^Download Debian/ }).first()).toBeVisible();
  await look(page, "catalogue");
  await expect(catalogue.getByRole("button", { name: "Refresh catalogue" })).toHaveCount(0);
  await catalogue.getByRole("button", { name: "Download Debian 13 (trixie)" }).click();
  await expect(page.getByRole("dialog", { name: "Download Debian 13 (trixie)" })).toContainText("of 24 MiB");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByLabel("Image", { exact: true })).toHaveValue(/debian-13-genericcloud-amd64\.qcow2/);
  await expect(page.getByLabel("User name")).toHaveValue("debian");
  await page.getByLabel("SSH keys").fill("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA ada@laptop");
  const create = page.getByRole("region", { name: "Summary" }).getByRole("button", { name: "Create" });
  await expect(create).not.toHaveAttribute("aria-disabled", "true");
  await create.click();
  await expect(new ConsoleTab(page).screen).toContainText("first login:");

  await main.getByRole("link", { name: "Storage" }).click();
  await page.getByRole("link", { name: "default-pool" }).click();
  await expect(page.getByRole("row", { name: /debian-13-genericcloud-amd64/ })).toContainText("qcow2");
});
