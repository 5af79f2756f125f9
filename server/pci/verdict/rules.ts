import type { Rule } from "./rule";
import { acsOverride } from "./rules/acs-override";
import { attachedElsewhere } from "./rules/attached-elsewhere";
import { behindVmd } from "./rules/behind-vmd";
import { displays } from "./rules/displays";
import { drivenBridge } from "./rules/driven-bridge";
import { driverInUse } from "./rules/driver-in-use";
import { hostNetwork } from "./rules/host-network";
import { hostStorage } from "./rules/host-storage";
import { identicalTwin } from "./rules/identical-twin";
import { iommuOff, noGroup } from "./rules/isolation";
import { managementNetwork } from "./rules/management-network";
import { noReset } from "./rules/no-reset";
import { noUefiRom } from "./rules/no-uefi-rom";
import { notLookedAt } from "./rules/not-looked-at";
import { sharedGroup } from "./rules/shared-group";
import { unassignedBar } from "./rules/unassigned-bar";
import { unknownHardware } from "./rules/unknown-hardware";
import { virtualFunctions } from "./rules/virtual-functions";

/** Every rule, in the order in which reasons of the same weight are told. */
export const rules: readonly Rule[] = [
  iommuOff,
  noGroup,
  behindVmd,
  unknownHardware,
  unassignedBar,
  hostStorage,
  managementNetwork,
  hostNetwork,
  attachedElsewhere,
  virtualFunctions,
  sharedGroup,
  displays,
  driverInUse,
  drivenBridge,
  notLookedAt,
  noReset,
  identicalTwin,
  noUefiRom,
  acsOverride,
];
