import { HardwarePage } from "./fixtures/hardware-page";
import { test as base, expect } from "./fixtures/test";
import { UsbTree } from "./fixtures/usb-tree";
import { WizardPage } from "./fixtures/wizard-page";

const test = base.extend<{ usb: UsbTree }>({
  usb: async ({ hostRoot }, use) => {
    const usb = new UsbTree(hostRoot);
    await use(usb);
    await usb.pullAll();
  },
});

const stick = { port: "1-4.2", device: 7, vendorId: "0781", productId: "5581", product: "Ultra" };
const dongle = { port: "1-5", device: 8, vendorId: "1050", productId: "0407", product: "YubiKey" };
const twin = { ...dongle, port: "1-6", device: 9 };

test("a USB device appears by itself, and is given to a VM by its name or by its port", async ({
  page,
  vms,
  virsh,
  usb,
}) => {
  const vm = await vms.define({ network: false, usb: true });
  const definition = () => virsh.run("dumpxml", vm.name, "--inactive");
  const before = await definition();
  const hardware = new HardwarePage(page);
  await hardware.goto(vm);
  await hardware.open("USB devices of the host");
  await expect(hardware.panel.getByText("The VM has no USB device of the host.")).toBeVisible();
  await usb.plugIn(stick);
  const plugged = hardware.panel.getByRole("region", { name: "Plugged into the host" });
  await expect(plugged.getByText("0781:5581, port 1-4.2")).toBeVisible();

  await plugged.getByRole("button", { name: "Add Ultra by name" }).click();
  await hardware.sayYes();
  expect(await definition()).toMatch(/<vendor id='0x0781'\/>\s*<product id='0x5581'\/>/);
  expect(await definition()).toContain("<source startupPolicy='optional'>");
  const owned = hardware.panel.getByRole("list", { name: "USB devices of the VM" });
  await expect(owned).toContainText("By name: 0781:5581, port 1-4.2");

  await plugged.getByRole("button", { name: "Add port 1-4.2" }).click();
  await hardware.sayYes();
  expect(await definition()).toMatch(/<passdeck:usb-port port=['"]1-4\.2['"]\/>/);
  await expect(owned).toContainText("Ultra: once the VM runs");

  await owned.getByRole("button", { name: "Remove Port 1-4.2" }).click();
  await hardware.sayYes();
  await owned.getByRole("button", { name: "Remove Ultra" }).click();
  await hardware.sayYes();
  expect(await definition()).toBe(before);
});

test("two of a name are told, and chosen by port", async ({ page, vms, usb }) => {
  await usb.plugIn(dongle);
  await usb.plugIn(twin);
  const hardware = new HardwarePage(page);
  await hardware.goto(await vms.define({ network: false, usb: true }));
  await hardware.open("USB devices of the host");
  const byName = hardware.panel.getByRole("button", { name: "Add YubiKey by name" });
  await expect(byName).toHaveCount(2);
  await expect(byName.first()).toHaveAttribute("aria-disabled", "true");
  await expect(hardware.panel.getByRole("button", { name: "Add port 1-6" })).not.toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

test("the wizard offers what is plugged in, by name and by port", async ({ page, usb }) => {
  await usb.plugIn(stick);
  const wizard = new WizardPage(page);
  await wizard.open();
  await wizard.step("GPUs and USB");
  await page.getByLabel("Ultra", { exact: true }).check();
  await expect(wizard.summary).toContainText("USB 0781:5581");
  await page.getByLabel("Find Ultra", { exact: true }).selectOption("port");
  await expect(wizard.summary).toContainText("USB port 1-4.2");
  await page.getByLabel("Ultra", { exact: true }).uncheck();
  await expect(wizard.summary).not.toContainText("USB port 1-4.2");
});
