/** A kind of USB device: "046d:c52b". */
export function usbIdsText({ vendorId, productId }: { vendorId: string; productId: string }): string {
  return `${vendorId}:${productId}`;
}
