import type { ShownImage } from "@/server/create/catalogue/catalogue.schema";

export const kindWords: Readonly<Record<ShownImage["kind"], string>> = {
  cloud: "Cloud image",
  installation: "Installation ISO",
  drivers: "Driver CD",
};

export const checkedWords: Readonly<Record<ShownImage["checked"], string>> = {
  signature: "signed checksum",
  checksum: "checksum",
  nothing: "no checksum published",
};
