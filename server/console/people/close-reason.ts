/** What a WebSocket's close frame has room for, in bytes of UTF-8 (RFC 6455, 5.5). */
const mostBytes = 123;

/** A sentence that fits a close frame; what is too long ends with "…". */
export function shortReason(text: string): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  let short = "";
  for (const character of text) {
    if (Buffer.byteLength(`${short}${character}…`) > mostBytes) break;
    short += character;
  }
  return `${short}…`;
}
