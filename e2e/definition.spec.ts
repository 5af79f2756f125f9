import { violations } from "./fixtures/accessibility";
import { DefinitionPage } from "./fixtures/definition-page";
import { expect, test } from "./fixtures/test";

const dump = ["dumpxml", "--inactive"] as const;

test("a definition is edited as text, and a version of it restored", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  const before = await virsh.run(...dump, vm.name);
  const definition = new DefinitionPage(page, vm);
  await definition.openXml();
  await definition.typeBehind("<uuid>", "\n<title>Written by hand");
  await definition.openReview();
  await expect(definition.review).toContainText("+  <title>Written by hand</title>");
  await definition.save();
  await expect(definition.editor).toContainText("Written by hand");
  const after = await virsh.run(...dump, vm.name);
  expect(after.replace(/ *<title>Written by hand<\/title>\n/, "")).toBe(before);

  await definition.openHistory();
  await expect(definition.version(/title added/)).toContainText("administrator");
  await definition.version(/First seen/).click();
  await page.getByRole("button", { name: "Restore…" }).click();
  await expect(definition.review).toContainText("<title>Written by hand</title>");
  await definition.review.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(definition.version(/Restored the version of/)).toContainText("In force");
  expect(await virsh.run(...dump, vm.name)).toBe(before);
});

test("what libvirt would not take is marked in its line, and can't be saved", async ({
  page,
  vms,
  virsh,
}) => {
  const vm = await vms.define();
  const before = await virsh.run(...dump, vm.name);
  const definition = new DefinitionPage(page, vm);
  await definition.openXml();
  await definition.typeBehind("<uuid>", "\n<nonsense/>");
  await expect(page.locator(".cm-lint-marker-error")).toHaveCount(1);
  await definition.openReview();
  await expect(definition.review).toContainText(/Line 4: .*nonsense/);
  await expect(definition.review.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
  expect(await virsh.run(...dump, vm.name)).toBe(before);
});

test("elements, attributes and values are suggested as libvirt's schema has them", async ({ page, vms }) => {
  const definition = new DefinitionPage(page, await vms.define());
  await definition.openXml();
  const options = page.getByRole("listbox").getByRole("option");
  await definition.typeBehind("<devices>", "\n<watch");
  await expect(options).toHaveText(["watchdog"]);
  await options.first().click();
  await page.keyboard.type(" mod");
  await expect(options.first()).toHaveText("model");
  await options.first().click();
  await page.keyboard.type("i6300");
  await expect(options).toHaveText(["i6300esb"]);
  await options.first().click();
  await expect(definition.editor).toContainText("<watchdog model='i6300esb'");
});

test("what somebody else changed meanwhile is not overwritten", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  const definition = new DefinitionPage(page, vm);
  await definition.openXml();
  await definition.typeBehind("<uuid>", "\n<title>Mine");
  await virsh.run("desc", vm.name, "--config", "--title", "Theirs");
  await definition.openReview();
  await expect(definition.review).toContainText("+  <title>Theirs</title>");
  await expect(definition.review).toContainText("+  <title>Mine</title>");
  expect(await virsh.run(...dump, vm.name)).toContain("<title>Theirs</title>");

  await definition.review.getByRole("button", { name: "Go on with mine" }).click();
  await definition.save();
  expect(await virsh.run(...dump, vm.name)).toContain("<title>Mine</title>");
  await definition.openHistory();
  await expect(definition.version(/^.*title added/).first()).toBeVisible();
});

test("what both changed at different places is put together", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  const definition = new DefinitionPage(page, vm);
  await definition.openXml();
  await definition.typeBehind("<uuid>", "\n<title>Mine");
  await virsh.run("desc", vm.name, "--config", "Theirs");
  await definition.openReview();
  await expect(definition.review).toContainText("Both changed different places");
  const together = definition.review.getByRole("region", { name: "Both changes together" });
  await expect(together).toContainText("+  <title>Mine</title>");
  await expect(together).not.toContainText("-  <description>");
  await definition.merge();
  await definition.save();
  const after = await virsh.run(...dump, vm.name);
  expect(after).toContain("<title>Mine</title>");
  expect(after).toContain("<description>Theirs</description>");
});

test("where both changed the same, each place is chosen by keyboard", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  const definition = new DefinitionPage(page, vm);
  await definition.openXml();
  await definition.typeBehind("<uuid>", "\n<title>Mine");
  await definition.typeBehind("<title>", "\n<description>Mine as well");
  await virsh.run("desc", vm.name, "--config", "--title", "Theirs");
  await virsh.run("desc", vm.name, "--config", "Theirs as well");
  await virsh.run("setvcpus", vm.name, "2", "--config", "--maximum");
  await definition.openReview();
  const merge = definition.review.getByRole("button", { name: "Merge both" });
  await expect(definition.review).toContainText("2 places were changed by both");
  await expect(merge).toBeDisabled();
  await definition.review.getByRole("group", { name: "title" }).getByRole("radio", { name: /Mine/ }).focus();
  await page.keyboard.press("Space");
  await expect(definition.review).toContainText("Choose for 1 more");
  expect(await violations(page)).toEqual([]);
  const description = definition.review.getByRole("group", { name: "description" });
  await description.getByRole("radio", { name: /Mine/ }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(description.getByRole("radio", { name: /Theirs/ })).toBeChecked();
  await expect(merge).toBeEnabled();
  await definition.merge();
  await definition.save();
  const after = await virsh.run(...dump, vm.name);
  expect(after).toContain("<title>Mine</title>");
  expect(after).toContain("<description>Theirs as well</description>");
  expect(after).toContain(">2</vcpu>");
});

test("the editor and the history are accessible, and fit a phone", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  const definition = new DefinitionPage(page, vm);
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 800 });
    await definition.openXml();
    expect(await violations(page)).toEqual([]);
    await definition.openHistory();
    await definition.version(/First seen/).click();
    await expect(page.getByRole("button", { name: "Copy" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
