const sectorBytes = 512;
const diskBytes = 1024 * 1024;
/** Where the firmware puts the boot sector. */
const origin = 0x7c00;
const bootSignature = Buffer.of(0x55, 0xaa);

/** What the machine says on its screen and its serial port once it takes keys. */
export const echoReadyText = "Type: ";

/**
 * A disk whose boot sector shows every key on the screen, and sends it out of the first serial port as a witness. It is
 * all that a machine with a screen and a keyboard needs to be tried, and it is there a second after the firmware.
 */
export function echoDisk(): Buffer {
  const code = assemble(0);
  const program = assemble(origin + code.length);
  const disk = Buffer.alloc(diskBytes);
  program.copy(disk);
  disk.write(`${echoReadyText}\0`, program.length, "latin1");
  bootSignature.copy(disk, sectorBytes - bootSignature.length);
  return disk;
}

/** The program in 16-bit x86 code; `text` is where the text begins in memory. */
function assemble(text: number): Buffer {
  return Buffer.from([
    ...[0x31, 0xc0, 0x8e, 0xd8, 0x8e, 0xd0, 0xbc, 0x00, 0x7c], // xor ax,ax; mov ds,ax; mov ss,ax; mov sp,0x7c00
    ...[0xb8, 0x03, 0x00, 0xcd, 0x10], // mov ax,3; int 0x10: text of 80 by 25, cleared
    ...[0xbe, text & 0xff, text >> 8], // mov si,text
    ...[0xac, 0x84, 0xc0, 0x74, 0x0d], // next: lodsb; test al,al; jz keys
    ...[0xba, 0xf8, 0x03, 0xee], // mov dx,0x3f8; out dx,al
    ...[0xbb, 0x07, 0x00, 0xb4, 0x0e, 0xcd, 0x10], // mov bx,7; mov ah,0x0e; int 0x10: writes al
    ...[0xeb, 0xee], // jmp next
    ...[0x30, 0xe4, 0xcd, 0x16, 0x84, 0xc0, 0x74, 0xf8], // keys: xor ah,ah; int 0x16; test al,al; jz keys
    ...[0xba, 0xf8, 0x03, 0xee], // mov dx,0x3f8; out dx,al
    ...[0xbb, 0x07, 0x00, 0xb4, 0x0e, 0xcd, 0x10], // mov bx,7; mov ah,0x0e; int 0x10
    ...[0xeb, 0xeb], // jmp keys
  ]);
}
