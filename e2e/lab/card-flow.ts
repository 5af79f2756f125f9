import { expect, type Page } from "@playwright/test";
import type { CardVm } from "./card-vm";
import type { Bindings } from "./host/bindings";
import type { LabHost } from "./host/lab-host";
import { CardPage } from "./pages/card-page";
import { goTo } from "./pages/dashboard";
import { PlanDialog } from "./pages/plan-dialog";
import type { StepTimes } from "./step-times";
import type { PlacedFunction } from "./topology/placement";

/** The way of one card: from the host through the browser into a VM, and back. */
export class CardFlow {
  readonly #lab: LabHost;
  readonly #vm: CardVm;
  readonly #times: StepTimes;

  /** @param functions of the card, function 0 first */
  constructor(
    lab: LabHost,
    vm: CardVm,
    times: StepTimes,
    readonly letter: string,
    readonly functions: readonly PlacedFunction[],
  ) {
    this.#lab = lab;
    this.#vm = vm;
    this.#times = times;
  }

  async reserve(page: Page): Promise<CardPage> {
    const { letter } = this;
    const times = this.#times;
    const card = await times.measure(letter, "open", () => CardPage.open(page, this.#address));
    await expect(card.verdict).toContainText("Bindable");
    await times.measure(letter, "reserve", () => card.reserve());
    await this.#expectDriver("vfio-pci");
    return card;
  }

  /** To the VM that is there. */
  async reserveAndAttach(page: Page): Promise<void> {
    const { letter } = this;
    const times = this.#times;
    const vm = this.#vm;
    const card = await this.reserve(page);
    await times.measure(letter, "attach", () => card.attachTo(vm.name));
    await this.#expectInVm();
  }

  /** To a VM that is made for it. */
  async reserveAndCreate(page: Page): Promise<void> {
    const { letter } = this;
    const times = this.#times;
    const vm = this.#vm;
    await this.reserve(page);
    await times.measure(letter, "create with it", () => vm.createFromPreset(page, this.#address));
    await this.#expectInVm();
  }

  async #expectInVm(): Promise<void> {
    const lab = this.#lab;
    const vm = this.#vm;
    const xml = await lab.virsh("dumpxml", "--inactive", vm.name);
    for (const { address } of this.functions) expect(xml).toMatch(sourceAddress(address));
  }

  /** Takes the card from the VM and returns it to the host, which then has it as it had before. */
  async detachAndReturn(page: Page, before: Bindings): Promise<void> {
    const { letter } = this;
    const times = this.#times;
    const vm = this.#vm;
    await goTo(page, "VMs");
    await page.getByRole("link", { name: vm.name, exact: true }).click();
    await times.measure(letter, "detach", async () => {
      await page.getByRole("button", { name: `(${this.#address})…` }).click();
      await new PlanDialog(page).carryOut("Detach");
    });
    const card = await CardPage.open(page, this.#address);
    await times.measure(letter, "return", () => card.returnToHost());
    const bindings = await this.#lab.bindings();
    for (const { address } of this.functions) expect(bindings[address], address).toEqual(before[address]);
  }

  get #address(): string {
    const [first] = this.functions;
    if (first === undefined) throw new Error(`no card in topology ${this.letter}`);
    return first.address;
  }

  async #expectDriver(driver: string): Promise<void> {
    const bindings = await this.#lab.bindings();
    for (const { address } of this.functions) expect(bindings[address]?.driver, address).toBe(driver);
  }
}

/** How libvirt writes the address of a host's device. */
export function sourceAddress(address: string): RegExp {
  const [domain, bus, slot, number] = address.split(/[:.]/);
  return new RegExp(
    `<source>\\s*<address domain='0x${domain}' bus='0x${bus}' slot='0x${slot}' function='0x${number}'/>`,
  );
}
