/** A definition with nothing but this. */
export const definition = (devices: string, machine = "") =>
  `<domain type='kvm'><name>a</name><memory unit='KiB'>4194304</memory>${machine}<os><type arch='x86_64' machine='pc-q35-7.2'>hvm</type></os><devices>${devices}</devices></domain>`;

/**
 * A choice that is made otherwise: the definition before, the form's key with the change, the words for what goes, and
 * what has to be there afterwards.
 */
export const line = (
  what: string,
  before: string,
  key: string,
  to: Record<string, string | null>,
  gone: RegExp[],
  there: string[],
) => ({ what, before, key, to, gone, there });
