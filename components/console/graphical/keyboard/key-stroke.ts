/** A key that goes down or up: by its place, for guests that are told places, and by what it means, for others. */
export interface KeyStroke {
  /** X11's number. */
  keysym: number;
  /** KeyboardEvent.code. */
  code: string;
  down: boolean;
}

/** Keys that are pressed by name. */
export const namedKeys = {
  ShiftLeft: 0xffe1,
  ShiftRight: 0xffe2,
  ControlLeft: 0xffe3,
  AltLeft: 0xffe9,
  AltRight: 0xfe03,
  MetaLeft: 0xffeb,
  Backspace: 0xff08,
  Tab: 0xff09,
  Enter: 0xff0d,
  Escape: 0xff1b,
  Delete: 0xffff,
  PrintScreen: 0xff61,
  Space: 0x20,
  KeyD: 0x64,
  KeyL: 0x6c,
  KeyR: 0x72,
  KeyX: 0x78,
  F1: 0xffbe,
  F2: 0xffbf,
  F3: 0xffc0,
  F4: 0xffc1,
  F5: 0xffc2,
  F6: 0xffc3,
  F7: 0xffc4,
  F8: 0xffc5,
  F9: 0xffc6,
  F10: 0xffc7,
  F11: 0xffc8,
  F12: 0xffc9,
} as const;

export type NamedKey = keyof typeof namedKeys;

/** A named key going down or up. */
export function strokeOf(code: NamedKey, down: boolean): KeyStroke {
  return { keysym: namedKeys[code], code, down };
}

/** X11's number of a character (Appendix A of the protocol's definition). */
export function keysymOf(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  return codePoint < 0x100 ? codePoint : 0x01000000 + codePoint;
}
