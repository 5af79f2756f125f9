import type { DeviceEdits } from "../device-edits";
import { ensureScsi, missingScsi } from "../scsi-controller";

/** It is behind a SCSI controller of the guest. */
export const scsiDeviceEdits: DeviceEdits = {
  make: (document) => ensureScsi(document),
  missing: (live) => missingScsi(live),
};
