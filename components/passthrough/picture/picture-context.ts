"use client";

import { createContext, useContext } from "react";
import type { DeviceOwners } from "../device-owner";
import { noOwners } from "../device-owner";
import type { GroupView } from "../group-view";

/** What everything in a picture has to know. */
export interface PictureFacts {
  groups: ReadonlyMap<number, GroupView>;
  /** In how many frames each group is drawn. */
  frames: ReadonlyMap<number, number>;
  owners: DeviceOwners;
  /** The address that is open beside the picture, and the group it is in. */
  openAddress: string | null;
  openGroup: number | null;
  onOpen(address: string): void;
}

const PictureContext = createContext<PictureFacts>({
  groups: new Map(),
  frames: new Map(),
  owners: noOwners,
  openAddress: null,
  openGroup: null,
  onOpen: () => {},
});

export const PictureProvider = PictureContext.Provider;

export function usePictureFacts(): PictureFacts {
  return useContext(PictureContext);
}
