import { expect, type Page } from "@playwright/test";
import { VmListPage } from "@/e2e/fixtures/vm-list";
import { WizardPage } from "@/e2e/fixtures/wizard-page";
import type { LabHost } from "./host/lab-host";
import { goTo } from "./pages/dashboard";

/** How long an inner guest may take until its drivers have their devices. */
const guestMilliseconds = 600_000;

/** The VM of the emulated host that gets all cards: an inner guest's boot is what takes the longest by far. */
export class CardVm {
  readonly name = "lab-cards";

  readonly #lab: LabHost;

  constructor(lab: LabHost) {
    this.#lab = lab;
  }

  define(): Promise<void> {
    return this.#lab.defineGuest(this.name);
  }

  /**
   * Makes it as a user would: by the wizard, from a preset, with the card picked there.
   * @param address of the card's first function
   */
  async createFromPreset(page: Page, address: string): Promise<void> {
    const { name } = this;
    const lab = this.#lab;
    await lab.virsh("pool-create-as", "disks", "dir", "--target", "/var/lib/libvirt/images");
    await lab.virsh("vol-create-as", "disks", "empty.img", "1M");
    const wizard = new WizardPage(page);
    await wizard.open();
    await wizard.choose("Existing disk");
    await wizard.choose("Linux compute with a GPU");
    await wizard.field("Disk").selectOption("empty.img");
    await wizard.field("Name").fill(name);
    await page.getByRole("checkbox", { name: address }).check();
    await page.getByRole("checkbox", { name: "Start after creation" }).uncheck();
    // OVMF alone would take a guest of an emulated host minutes.
    await wizard.step("System");
    await wizard.field("Firmware").selectOption("bios");
    await wizard.step("CPU and memory");
    await wizard.field("Cores per socket").fill("1");
    await page.getByLabel("Unit of memory").selectOption("MiB");
    await wizard.field("Memory").fill("256");
    await wizard.create();
    await expect(page).toHaveURL(/\/vms\/local\//);
    await lab.installGuest(name);
  }

  async start(page: Page): Promise<void> {
    await goTo(page, "VMs");
    const list = new VmListPage(page);
    await list.choose(this.name, "Start");
    await expect(list.row(this.name)).toContainText("Running");
    expect(await this.#lab.virsh("domstate", this.name)).toBe("running");
  }

  /** Waits until the guest has told of its devices and their drivers. */
  async output(): Promise<string> {
    await expect
      .poll(() => this.#lab.guestOutput(), { timeout: guestMilliseconds, intervals: [500] })
      .toContain("GUEST done");
    return this.#lab.guestOutput();
  }

  async stop(page: Page): Promise<void> {
    await goTo(page, "VMs");
    const list = new VmListPage(page);
    await list.choose(this.name, "Force off");
    await page.getByRole("alertdialog").getByRole("button", { name: "Force off" }).click();
    await expect(list.row(this.name)).toContainText("Off");
  }
}
