import { notify } from "@/components/ui/notify";
import type { ScreenController } from "./screen-controller";

/** Downloads what the screen shows as a PNG called after the VM and the time. */
export async function downloadScreenshot(controller: ScreenController, vmName: string): Promise<void> {
  const picture = await controller.picture();
  if (picture === null) return notify("error", "There is no picture", `${vmName} shows nothing now.`);
  const address = URL.createObjectURL(picture);
  const link = document.createElement("a");
  link.href = address;
  link.download = screenshotName(vmName, new Date());
  link.click();
  // The download has taken hold of it by the next task.
  setTimeout(() => URL.revokeObjectURL(address));
}

/** "win11 2026-11-21 10.12.30.png": no character that a file system refuses. */
function screenshotName(vmName: string, at: Date): string {
  const time = at.toISOString().slice(0, 19).replace("T", " ").replaceAll(":", ".");
  return `${vmName.replace(/[\\/:*?"<>|]/g, "-")} ${time}.png`;
}
