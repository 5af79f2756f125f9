import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { joinedImages, romImage } from "@/server/domain/rom/rom-image.test-data";
import { FastLab } from "./fast-lab/fast-lab";
import { makeAdministrator } from "./fixtures/administrator";
import { PassdeckServer } from "./fixtures/passdeck-server";
import { expect, test } from "./fixtures/test";
import { untilConnected } from "./fixtures/until-connected";

const archive = fileURLToPath(new URL("hosts/lab-q35.tar.gz", import.meta.url));
const gpu = "0000:01:00.0";
/** Nobody's: told as a ROM of another card. */
const rom = joinedImages(
  romImage({ codeType: 0, last: false, deviceId: 0xfff0 }),
  romImage({ codeType: 3, last: true, deviceId: 0xfff0 }),
);

test("a card's VBIOS is read from the card, once its driver has let go of it", async ({ browser }) => {
  const lab = await FastLab.start({ archive, drivers: { [gpu]: "nouveau" } });
  await lab.loadModule("vfio-pci");
  await lab.addToSysfs([{ kind: "file", path: `sys/bus/pci/devices/${gpu}/rom`, text: rom }]);
  const inside = { words: lab.inside, environment: lab.environment };
  const server = await PassdeckServer.start({ libvirtUri: lab.libvirtd.uri, inside });
  await untilConnected(server);
  const { storageState } = await makeAdministrator(server);
  const context = await browser.newContext({ baseURL: server.url, storageState, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  try {
    await page.goto(`/passthrough?card=${gpu}`);
    const plan = page.getByRole("dialog", { name: /^Read the VBIOS of / });
    await page.getByRole("button", { name: "Read its VBIOS…" }).click();
    await expect(plan.getByRole("alert")).toContainText("in use by the driver nouveau");
    await plan.getByRole("button", { name: "Close", exact: true }).last().click();

    await page.getByRole("button", { name: "Reserve for VMs" }).first().click();
    await page
      .getByRole("button", { name: /^Reserve for VMs( anyway)?$/ })
      .last()
      .click();
    await expect(page.getByRole("dialog").getByText("Done", { exact: true }).first()).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).last().click();

    await page.getByRole("button", { name: "Read its VBIOS…" }).click();
    await expect(plan).toContainText(`echo 1 > /sys/bus/pci/devices/${gpu}/rom`);
    await plan.getByRole("button", { name: "Read VBIOS anyway" }).click();
    const job = page.getByRole("dialog");
    await expect(job).toContainText("EFI image: yes");
    await expect(job).toContainText("For this card: no");
    const folder = `${server.dataFolder}-roms`;
    const [name = ""] = await readdir(folder);
    expect(name).toMatch(/-01-00\.0\.rom$/);
    expect(await readFile(`${folder}/${name}`)).toEqual(Buffer.from(rom));
    expect(lab.faults.writes.filter(({ act }) => act === "rom").map(({ result }) => result)).toEqual([
      "done",
      "done",
    ]);
  } finally {
    await context.close();
    await server.stop();
    await lab.stop();
  }
});
