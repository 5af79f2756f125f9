import { violations } from "./fixtures/accessibility";
import { GuestVms } from "./fixtures/guest-vms";
import { expect, test } from "./fixtures/test";
import { agentChannel, ensureAgentGuest } from "./guest/agent-guest";

// A guest boots first, on a machine that may be busy, and its agent after it.
test.describe.configure({ timeout: 300_000 });
const patience = { timeout: 90_000 };

const asksForCard = {
  name: "passdeck:vm",
  attributes: { "xmlns:passdeck": "urn:passdeck:vm:1" },
  children: [{ name: "passdeck:named-device", attributes: { name: "any GPU" } }],
};

test("a guest is asked for its GPU once that is allowed, its figures are shown, and it is asked no more", async ({
  page,
  vms,
  virsh,
}) => {
  const plain = await vms.define({ network: false });
  const asked = new GuestVms(virsh, await ensureAgentGuest());
  try {
    const vm = await asked.define({
      memoryMiB: 192,
      network: false,
      metadata: [asksForCard],
      devices: [agentChannel],
    });
    await virsh.run("start", vm.name);

    await page.goto(`/vms/local/${vm.uuid}`);
    // Not what the chart of the CPU says, which may be the same figure.
    const busy = page.getByText("37 %", { exact: true });
    const allow = page.getByRole("checkbox", { name: "Ask the guest" });
    await expect(allow).not.toBeChecked();
    await expect(busy).toHaveCount(0);
    await allow.click();
    await expect(page.getByText("The guest is asked for its GPUs.")).toBeVisible();
    await expect(allow).toBeChecked();
    await expect(busy).toBeVisible(patience);
    await expect(page.getByText("NVIDIA GeForce RTX 3090")).toBeVisible();
    await expect(page.getByText("4 GiB of 24 GiB")).toBeVisible();
    await expect(page.getByText("61 °C · 215 W")).toBeVisible();
    await expect(page.getByRole("meter", { name: "GPU in use" })).toHaveAttribute("value", "37");
    expect(await violations(page)).toEqual([]);

    await page.setViewportSize({ width: 375, height: 700 });
    await expect(busy).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);

    await allow.click();
    await expect(busy).toHaveCount(0);
    await expect(allow).not.toBeChecked();

    await page.goto(`/vms/local/${plain.uuid}`);
    await expect(page.getByRole("heading", { name: "Disks" })).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Ask the guest" })).toHaveCount(0);
  } finally {
    await asked.removeAll();
  }
});
