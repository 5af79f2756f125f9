import type { Page } from "@playwright/test";
import { violations } from "./fixtures/accessibility";
import { HardwarePage } from "./fixtures/hardware-page";
import { expect, test } from "./fixtures/test";

/** The captured host's NVIDIA card, which is on vfio-pci. */
const nvidia = { gpu: "0000:01:00.0", audio: "0000:01:00.1" };
const keyboard = "/dev/input/by-id/usb-Keychron_K8-event-kbd";
const mouse = "/dev/input/by-id/usb-Logitech_G502-event-mouse";

async function openDialog(page: Page) {
  await page.getByRole("button", { name: "Desktop with a GPU…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: "What changes" })).toBeVisible();
  return dialog;
}

test("a VM becomes a desktop with a GPU in one step, and loses Looking Glass alone", async ({
  page,
  vms,
  virsh,
}) => {
  const vm = await vms.define({ memoryMiB: 128 });
  const definition = () => virsh.run("dumpxml", vm.name, "--inactive");
  const hardware = new HardwarePage(page);
  await hardware.goto(vm);
  const dialog = await openDialog(page);
  await dialog.getByLabel("GPU", { exact: true }).selectOption(nvidia.gpu);
  await dialog.getByLabel("Settings for the guest").selectOption("windows");
  await dialog.getByRole("checkbox", { name: "Huge pages" }).check();
  await expect(dialog.getByRole("button", { name: /Reserve \d+ on the host…/ })).toBeVisible();
  await dialog.getByLabel("Largest resolution").selectOption("3840x2160");
  await expect(dialog.getByText("128 MiB of shared memory")).toBeVisible();
  await dialog.getByRole("checkbox", { name: "HDR" }).check();
  await expect(dialog.getByText("256 MiB of shared memory")).toBeVisible();
  await dialog.getByRole("checkbox", { name: "HDR" }).uncheck();
  await dialog.getByRole("checkbox", { name: "Keyboard and mouse of the host (evdev)" }).check();
  await expect(dialog.getByText("Choose the input devices first")).toBeVisible();
  await dialog.getByLabel("Input devices").fill(`${keyboard}\n${mouse}`);
  await dialog.getByLabel("Grab keys").selectOption("scrolllock");
  const plan = dialog.getByRole("region", { name: "What changes" });
  await expect(plan).toContainText("looking-glass");
  await expect(plan).toContainText("the host can't be used by them. Scroll Lock");
  await expect(plan).toContainText(/needs \d+ huge pages of 2 MiB, and the host has set aside \d+/);
  await expect(plan).toContainText("the Looking Glass host application");
  expect(await violations(page)).toEqual([]);

  await dialog.getByRole("button", { name: /^Set up( anyway)?$/ }).click();
  await expect(dialog).toContainText("Every step was done and checked.");
  await dialog.getByRole("button", { name: "Close" }).last().click();

  const xml = await definition();
  expect(xml).toMatch(
    /<shmem name='looking-glass'>\s*<model type='ivshmem-plain'\/>\s*<size unit='M'>128<\/size>/,
  );
  expect(xml.match(/<hostdev /g)).toHaveLength(2);
  expect(xml).toContain(`<source dev='${keyboard}' grab='all' grabToggle='scrolllock' repeat='on'/>`);
  expect(xml).toContain(`<source dev='${mouse}'/>`);
  expect(xml).toMatch(/<page size='2048' unit='KiB'\/>/);
  expect(xml).toMatch(/<kvm>\s*<hidden state='on'\/>/);
  expect(xml).toMatch(/<graphics type='spice' autoport='yes' listen='127.0.0.1'>/);
  expect(xml).toMatch(/<video>\s*<model type='none'\/>\s*<\/video>/);

  await page.getByRole("button", { name: "Remove Looking Glass…" }).click();
  await hardware.sayYes();
  const after = await definition();
  expect(after).not.toMatch(/shmem|type='spice'|<model type='none'\/>|passdeck:looking-glass/);
  expect(after.match(/<hostdev /g)).toHaveLength(2);
  expect(after).toContain(keyboard);
  await expect(page.getByRole("button", { name: "Remove Looking Glass…" })).toHaveCount(0);
});

for (const [width, height] of [
  [1440, 900],
  [375, 800],
] as const)
  for (const colorScheme of ["light", "dark"] as const)
    test(`the dialog has room at ${width} pixels, ${colorScheme}`, async ({ page, vms }, info) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      const vm = await vms.define();
      await page.goto(`/vms/local/${vm.uuid}?tab=hardware`);
      const dialog = await openDialog(page);
      await dialog.getByLabel("GPU", { exact: true }).selectOption(nvidia.gpu);
      await dialog.getByRole("checkbox", { name: "Keyboard and mouse of the host (evdev)" }).check();
      await dialog.getByLabel("Input devices").fill(keyboard);
      await expect(dialog.getByRole("region", { name: "What changes" })).toContainText("looking-glass");
      await page.screenshot({ path: info.outputPath("top.png") });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(wide).toBe(false);
      await dialog.getByRole("heading", { name: "What changes" }).scrollIntoViewIfNeeded();
      await page.screenshot({ path: info.outputPath("plan.png") });
    });

for (const [width, height, colorScheme] of [
  [1440, 900, "light"],
  [375, 800, "dark"],
] as const)
  test(`the host's files for Looking Glass are a plan, at ${width} pixels, ${colorScheme}`, async ({
    page,
    vms,
  }, info) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const vm = await vms.define();
    await page.goto(`/vms/local/${vm.uuid}?tab=hardware`);
    const dialog = await openDialog(page);
    const setUp = dialog.getByRole("button", { name: "Set up the host…" });
    await expect(setUp).toHaveAttribute("aria-disabled", "true");
    await dialog.getByLabel("User who runs the client").fill("Ada Lovelace");
    await expect(dialog.getByText("Enter the name of a user of the host.")).toBeVisible();
    await dialog.getByLabel("User who runs the client").fill("ada");
    await setUp.scrollIntoViewIfNeeded();
    await page.screenshot({ path: info.outputPath("fields.png") });
    await setUp.click();
    await expect(page.getByRole("heading", { name: /Looking Glass’s memory \(shm\) for ada/ })).toBeVisible();
    const plan = page.getByRole("dialog");
    await expect(plan).toContainText("/etc/tmpfiles.d/10-looking-glass.conf");
    await expect(plan).toContainText("f /dev/shm/looking-glass 0660 ada kvm -");
    await expect(plan).toContainText("systemd-tmpfiles --create /etc/tmpfiles.d/10-looking-glass.conf");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath("plan.png") });
  });
