import type { AttachOptions } from "../../domain/edit/attach-options.schema";

/** Whether Passdeck's own table goes with the card. */
export function needsBatteryTable({ quirks, batteryTable }: AttachOptions): boolean {
  return batteryTable === undefined && (quirks?.includes("mobile-gpu-battery") ?? false);
}
