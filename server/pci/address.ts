/** A PCI address as sysfs writes it: domain (four digits, or five to eight behind Intel's VMD), bus, device, function. */
const addressPattern = /^[0-9a-f]{4,8}:[0-9a-f]{2}:[0-1][0-9a-f]\.[0-7]$/;

export function isPciAddress(text: string): boolean {
  return addressPattern.test(text);
}

/** The slot that a function sits in: "0000:01:00" of "0000:01:00.1". Functions of one slot make up a card. */
export function slotOf(address: string): string {
  return address.slice(0, address.lastIndexOf("."));
}

/** The number of a function in its slot: "1" of "0000:01:00.1". */
export function functionOf(address: string): string {
  return address.slice(address.lastIndexOf(".") + 1);
}

/** Orders addresses by number, not by letter: domain 10000 comes after domain 2. */
export function compareAddresses(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}
