import { expect, type Page } from "@playwright/test";
import { VmListPage } from "@/e2e/fixtures/vm-list";
import type { Bindings } from "./host/bindings";
import type { LabHost } from "./host/lab-host";
import { CardPage } from "./pages/card-page";
import { PlanDialog } from "./pages/plan-dialog";
import type { StepTimes } from "./step-times";
import type { PlacedFunction } from "./topology/placement";

/** How long an inner guest, emulated by an emulated host, may take until its drivers have their devices. */
const guestMilliseconds = 900_000;

/** The way of one card: from the host through the browser into an inner guest, and back. */
export class Flow {
  private readonly vmName: string;

  /** @param functions of the card, function 0 first */
  constructor(
    private readonly lab: LabHost,
    private readonly times: StepTimes,
    readonly letter: string,
    private readonly functions: readonly PlacedFunction[],
  ) {
    this.vmName = `lab-${letter}`;
  }

  /** Gives the card away and attaches it to a VM of its own. */
  async giveAwayAndAttach(page: Page): Promise<void> {
    const { lab, times, letter, vmName } = this;
    await lab.defineGuest(vmName);
    const card = await times.measure(letter, "open", () => CardPage.open(page, this.address));
    await expect(card.verdict).toContainText("Available");
    await times.measure(letter, "give away", () => card.giveAway());
    await this.expectDriver("vfio-pci");
    await times.measure(letter, "attach", () => card.attachTo(vmName));
    const xml = await lab.virsh("dumpxml", "--inactive", vmName);
    expect(xml.match(/<hostdev /g)).toHaveLength(this.functions.length);
  }

  /** Starts the VM. Its guest boots while others do the same. */
  async start(page: Page): Promise<void> {
    const { lab, times, letter, vmName } = this;
    const list = new VmListPage(page);
    await list.open();
    await times.measure(letter, "start", async () => {
      await list.choose(vmName, "Start");
      await expect(list.row(vmName)).toContainText("Running");
    });
    expect(await lab.virsh("domstate", vmName)).toBe("running");
  }

  /** Waits until the guest has said of its devices what it found, and compares that with the card. */
  async expectGuestToUseIt(): Promise<void> {
    const { lab, times, letter, vmName, functions } = this;
    await times.measure(letter, "guest", () =>
      expect
        .poll(() => lab.guestOutput(vmName), { timeout: guestMilliseconds, intervals: [500] })
        .toContain("GUEST done"),
    );
    const output = await lab.guestOutput(vmName);
    const slots = functions.map((placed) => expectFunction(output, placed));
    expect(new Set(slots).size, "all functions in one slot of the guest").toBe(1);
  }

  async stop(page: Page): Promise<void> {
    const { times, letter, vmName } = this;
    const list = new VmListPage(page);
    await list.open();
    await times.measure(letter, "stop", async () => {
      await list.choose(vmName, "Force off");
      await page.getByRole("alertdialog").getByRole("button", { name: "Force off" }).click();
      await expect(list.row(vmName)).toContainText("Off");
    });
  }

  /** Takes the card from the VM and gives it back to the host, which then has it as it had before. */
  async detachAndGiveBack(page: Page, before: Bindings): Promise<void> {
    const { times, letter, vmName } = this;
    await new VmListPage(page).open();
    await page.getByRole("link", { name: vmName, exact: true }).click();
    await times.measure(letter, "detach", async () => {
      await page.getByRole("button", { name: /^Detach / }).click();
      await new PlanDialog(page).carryOut("Detach");
    });
    const card = await CardPage.open(page, this.address);
    await times.measure(letter, "give back", () => card.giveBack());
    const bindings = await this.lab.bindings();
    for (const { address } of this.functions) expect(bindings[address], address).toEqual(before[address]);
  }

  private get address(): string {
    const [first] = this.functions;
    if (first === undefined) throw new Error(`no card in topology ${this.letter}`);
    return first.address;
  }

  private async expectDriver(driver: string): Promise<void> {
    const bindings = await this.lab.bindings();
    for (const { address } of this.functions) expect(bindings[address]?.driver, address).toBe(driver);
  }
}

/**
 * Checks that a guest told of a function with its very numbers, and of its driver.
 * @returns its slot in the guest, "0000:01:00"
 */
function expectFunction(output: string, { address, at, function: placed }: PlacedFunction): string {
  const number = at.split(".")[1];
  const { identity, hostDriver, model } = placed;
  if (identity !== null) {
    const line = new RegExp(
      `GUEST device (\\S+)\\.${number} ${identity.id} class ${identity.deviceClass}\\w\\w subsystem ${identity.subsystem}`,
    );
    expect(output, address).toMatch(line);
  }
  const found = output.match(new RegExp(`GUEST driver (\\S+)\\.${number} ${hostDriver}`));
  if (hostDriver !== null) expect(found, `the guest's ${hostDriver} has ${address}`).not.toBeNull();
  // The driver's own words for what it read from the card's registers.
  if (model === "bochs-display") expect(output).toContain("Found bochs VGA, ID 0xb0c5");
  if (model === "nvme") expect(output).toContain("A block of the lab's free disk");
  const shown = identity === null ? found : output.match(new RegExp(`(\\S+)\\.${number} ${identity.id}`));
  return shown?.[1] ?? "";
}
