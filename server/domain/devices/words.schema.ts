/** A title within a sentence: "Serial port" becomes "serial port"; "TPM" and "PCI device" stay as they are. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
