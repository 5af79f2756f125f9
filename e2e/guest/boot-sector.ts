const sectorBytes = 512;
const cdSectorBytes = 2048;
const bootSignature = Buffer.of(0x55, 0xaa);
/** Where the firmware puts the boot sector. */
const origin = 0x7c00;

/** Data segments and stack, as every program of a boot sector begins. */
const prelude = [0x31, 0xc0, 0x8e, 0xd8, 0x8e, 0xc0, 0x8e, 0xd0, 0xbc, 0x00, 0x7c];

/** mov ah,0x86; mov cx,7; mov dx,0xa120; int 0x15: waits for half a second. */
const halfSecond = [0xb4, 0x86, 0xb9, 0x07, 0x00, 0xba, 0x20, 0xa1, 0xcd, 0x15];

/**
 * A CD that a BIOS starts from (El Torito, "no emulation"), and which then says a line on the first serial port twice a
 * second: whoever looks at the console, and whenever, sees it.
 */
export function sayingCd(line: string): Buffer {
  const [descriptors, catalogue, program] = [16, 19, 20];
  const cd = Buffer.alloc(21 * cdSectorBytes);
  const at = (sector: number) => cd.subarray(sector * cdSectorBytes);
  for (const [index, type] of [1, 0, 255].entries())
    at(descriptors + index).set([type, ...Buffer.from("CD001"), 1]);
  at(descriptors + 1).write("EL TORITO SPECIFICATION", 7, "latin1");
  at(descriptors + 1).writeUInt32LE(catalogue, 0x47);
  // The validation entry, whose words add up to zero; then the one that is started: four sectors of 512 bytes.
  at(catalogue).set([1, 0, 0, 0]);
  at(catalogue).set([0xaa, 0x55, ...bootSignature], 28);
  at(catalogue).set([0x88, 0, 0, 0, 0, 0, 4, 0], 32);
  at(catalogue).writeUInt32LE(program, 40);
  at(program).set(sayingProgram(line));
  return cd;
}

function sayingProgram(line: string): Buffer {
  const text = (length: number) => [(origin + length) & 0xff, (origin + length) >> 8];
  const code = (length: number) => [
    ...prelude,
    ...[0xbe, ...text(length)], // again: mov si,text
    ...[0xac, 0x84, 0xc0, 0x74, 0x06], // next: lodsb; test al,al; jz wait
    ...[0xba, 0xf8, 0x03, 0xee], // mov dx,0x3f8; out dx,al
    ...[0xeb, 0xf5], // jmp next
    ...halfSecond, // wait:
    ...[0xeb, 0xe6], // jmp again
  ];
  return Buffer.concat([Buffer.from(code(code(0).length)), Buffer.from(`${line}\r\n\0`, "latin1")]);
}

/**
 * A disk that reads the first CD as a cloud image does its seed, and says the file that begins with "#" (the user-data)
 * on the first serial port, over and over.
 */
export function seedReaderDisk(): Buffer {
  const program = Buffer.from([
    ...prelude,
    ...[0xc7, 0x06, 0x57, 0x7c, 0x10, 0x00], // again: mov word [packet+8],16
    ...[0xbe, 0x4f, 0x7c, 0xb4, 0x42, 0xb2, 0xe0, 0xcd, 0x13], // sector: mov si,packet; mov ah,0x42; mov dl,0xe0; int 0x13
    ...[0x72, 0x27], // jc wait
    ...[0xbe, 0x00, 0x80, 0x80, 0x3c, 0x23, 0x75, 0x14], // mov si,0x8000; cmp byte [si],"#"; jne following
    ...[0xac, 0x84, 0xc0, 0x74, 0x1a], // byte: lodsb; test al,al; jz wait
    ...[0xba, 0xf8, 0x03, 0x3c, 0x0a, 0x75, 0x05], // mov dx,0x3f8; cmp al,10; jne put
    ...[0xb0, 0x0d, 0xee, 0xb0, 0x0a], // mov al,13; out dx,al; mov al,10
    ...[0xee, 0xeb, 0xec], // put: out dx,al; jmp byte
    ...[0xff, 0x06, 0x57, 0x7c], // following: inc word [packet+8]
    ...[0x83, 0x3e, 0x57, 0x7c, 0x40, 0x72, 0xce], // cmp word [packet+8],64; jb sector
    ...halfSecond, // wait:
    ...[0xeb, 0xbc], // jmp again
    ...[0x10, 0x00, 0x01, 0x00, 0x00, 0x80, 0x00, 0x00], // packet: one sector to 0x8000; its number follows
  ]);
  const disk = Buffer.alloc(2 ** 20);
  program.copy(disk);
  bootSignature.copy(disk, sectorBytes - bootSignature.length);
  return disk;
}
