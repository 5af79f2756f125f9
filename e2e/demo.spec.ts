import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "./fixtures/test";

const program = fileURLToPath(new URL("../server/setup/start.mjs", import.meta.url));

interface RunningDemo {
  child: ChildProcess;
  link: string;
  stateFolder: string;
}

function startDemo(): Promise<RunningDemo> {
  const child = spawn(process.execPath, [program, "--demo"], {
    env: { ...process.env, PASSDECK_HOST: "127.0.0.1", PASSDECK_PORT: "0", PASSDECK_LOG_LEVEL: "error" },
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

test.use({ storageState: undefined, baseURL: undefined });

test("the demo shows made-up VMs and a captured host, and leaves nothing behind", async ({ page }) => {
  const { child, link, stateFolder } = await startDemo();
  await page.goto(link);
  await page.getByLabel("User name").fill("visitor");
  await page.getByLabel("Password", { exact: true }).fill("a long enough password");
  await page.getByRole("button", { name: "Create the administrator" }).click();
  await expect(page.getByText("GeForce GTX 970").first()).toBeVisible();

  const main = page.getByRole("navigation", { name: "Main" });
  for (const name of ["Overview", "VMs", "Passthrough"]) {
    await main.getByRole("link", { name }).click();
    await expect(page.getByRole("complementary").getByText("Demo")).toBeVisible();
  }

  await main.getByRole("link", { name: "VMs" }).click();
  await expect(page.getByRole("grid", { name: "Virtual machines" })).toHaveAttribute("aria-rowcount", "9");
  await page.getByRole("link", { name: "debian-desktop" }).click();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Running$/ })).toBeVisible();
  await expect(page.getByRole("complementary").getByText("Demo")).toBeVisible();

  await page.close();
  child.kill("SIGTERM");
  const [status] = await once(child, "exit");
  expect(status).toBe(0);
  expect(existsSync(stateFolder)).toBe(false);
});
