import { expect, type Page } from "@playwright/test";
import { VmListPage } from "@/e2e/fixtures/vm-list";
import type { LabHost } from "./host/lab-host";

/** How long an inner guest, emulated by an emulated host, may take until its drivers have their devices. */
const guestMilliseconds = 600_000;

/** The VM of the emulated host that gets all cards: an inner guest's boot is what takes the longest by far. */
export class CardVm {
  readonly name = "lab-cards";

  constructor(private readonly lab: LabHost) {}

  define(): Promise<void> {
    return this.lab.defineGuest(this.name);
  }

  async start(page: Page): Promise<void> {
    const list = new VmListPage(page);
    await list.open();
    await list.choose(this.name, "Start");
    await expect(list.row(this.name)).toContainText("Running");
    expect(await this.lab.virsh("domstate", this.name)).toBe("running");
  }

  /** Waits until the guest has told of its devices and their drivers. */
  async output(): Promise<string> {
    await expect
      .poll(() => this.lab.guestOutput(), { timeout: guestMilliseconds, intervals: [500] })
      .toContain("GUEST done");
    return this.lab.guestOutput();
  }

  async stop(page: Page): Promise<void> {
    const list = new VmListPage(page);
    await list.open();
    await list.choose(this.name, "Force off");
    await page.getByRole("alertdialog").getByRole("button", { name: "Force off" }).click();
    await expect(list.row(this.name)).toContainText("Off");
  }
}
