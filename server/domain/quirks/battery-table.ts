/**
 * An ACPI table (SSDT) with one battery that is full and stays so, for the drivers of laptop GPUs. Written byte by byte
 * (ACPI Specification 6.5, 5.2.6 for the header, 20.2 for the code, 10.2.2 for what a battery says of itself).
 */
export function batteryTable(): Uint8Array {
  const battery = [
    ...name("_HID", doubleWord(0x0a0cd041)), // PNP0C0A
    ...name("_UID", [one]),
    ...name("_STA", byte(0x1f)), // There, working, shown, and with a battery in it.
    ...name("_BIF", batteryInformation()),
    ...name("_BST", list([word(0), word(0), word(capacity), word(voltage)])), // Neither charging nor discharging.
  ];
  const device = [0x5b, 0x82, ...withLength([...text("BAT0"), ...battery])];
  const scope = [0x10, ...withLength([...text("\\_SB_"), ...device])];
  return withHeader(scope);
}

const one = 0x01;
/** mAh and mV. */
const capacity = 5000;
const voltage = 12_000;

function batteryInformation(): number[] {
  const numbers = [1, capacity, capacity, 1, voltage, 500, 250, 10, 10].map(word);
  const texts = ["BAT0", "1", "LION", "Passdeck"].map((value) => [0x0d, ...text(value), 0]);
  return list([...numbers, ...texts]);
}

function withHeader(code: readonly number[]): Uint8Array {
  const head = [
    ...text("SSDT"),
    ...littleEndian(36 + code.length, 4),
    1, // revision
    0, // checksum, below
    ...text("PASSDK"),
    ...text("BATTERY "),
    ...littleEndian(1, 4),
    ...text("PSDK"),
    ...littleEndian(1, 4),
  ];
  const table = Uint8Array.from([...head, ...code]);
  table[9] = -table.reduce((sum, value) => sum + value, 0) & 0xff;
  return table;
}

function name(segment: string, value: readonly number[]): number[] {
  return [0x08, ...text(segment), ...value];
}

function list(elements: readonly number[][]): number[] {
  return [0x12, ...withLength([elements.length, ...elements.flat()])];
}

/** The length counts itself; from 63 on it takes two bytes, the first with the lowest four bits. */
function withLength(content: readonly number[]): number[] {
  if (content.length + 1 < 0x40) return [content.length + 1, ...content];
  const length = content.length + 2;
  return [0x40 | (length & 0x0f), length >> 4, ...content];
}

function byte(value: number): number[] {
  return [0x0a, value];
}

function word(value: number): number[] {
  return [0x0b, ...littleEndian(value, 2)];
}

function doubleWord(value: number): number[] {
  return [0x0c, ...littleEndian(value, 4)];
}

function littleEndian(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, place) => (value >>> (8 * place)) & 0xff);
}

function text(value: string): number[] {
  return Array.from(value, (letter) => letter.charCodeAt(0));
}
