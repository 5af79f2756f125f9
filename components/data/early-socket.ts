import { socketProtocols } from "@/server/access/origin-proof.schema";
import { originProof, originProofKey } from "./origin-proof";

/** What the page's first script opened, before any of the page's code was there. */
interface EarlySocket {
  socket: WebSocket;
  /** What came so far. */
  messages: string[];
}

declare global {
  interface Window {
    passdeckEarly?: EarlySocket | undefined;
  }
}

const path = "fleet.watch";

/** The early subscription's id on the wire. tRPC's client counts its own from 1. */
const earlyId = -1;
const earlyPrefix = `{"id":${earlyId},`;

/**
 * A script for the page's markup: it opens the socket of the API and subscribes to the fleet, so that the first
 * snapshot comes while the page's code is still on its way. `connectPage` takes both over.
 */
export const earlySocketScript = `(()=>{const proof=localStorage.getItem("${originProofKey}"),socket=new WebSocket(location.origin.replace(/^http/,"ws")+"/ws/trpc",${JSON.stringify(socketProtocols(null))}.concat(proof===null?[]:"${socketProtocols("")[1]}"+proof)),messages=[];socket.onopen=()=>socket.send(${JSON.stringify(
  JSON.stringify({ id: earlyId, method: "subscription", params: { path } }),
)});socket.onmessage=({data})=>messages.push(data);window.passdeckEarly={socket,messages}})()`;

/** The early socket as tRPC's client wants one, once; else a new one. */
export function connectPage(url: string): WebSocket {
  const early = window.passdeckEarly;
  window.passdeckEarly = undefined;
  if (early === undefined) return newSocket(url);
  if (early.socket.url !== url || early.socket.readyState > WebSocket.OPEN) {
    early.socket.close();
    return newSocket(url);
  }
  return handOver(early);
}

function newSocket(url: string): WebSocket {
  return new WebSocket(url, socketProtocols(originProof()));
}

/** What the early subscription has heard so far, for who shows it at once. What comes from now on, the client hears. */
export function takeEarly(): unknown[] {
  const messages = window.passdeckEarly?.messages ?? [];
  const heard = messages.map((text): EarlyMessage => JSON.parse(text));
  const others = messages.filter((_, index) => heard[index]?.result?.type !== "data");
  messages.splice(0, messages.length, ...others);
  return heard.flatMap(({ result }) => (result?.type === "data" ? [result.data] : []));
}

interface EarlyMessage {
  result?: { type: string; data?: unknown };
}

type Listener = (this: WebSocket, event: Event) => void;

/**
 * Has the client believe that it opened the socket itself: it is told of "open" when it asks for it, its own
 * subscription to the fleet is answered by the early one, and their ids are put for each other.
 */
function handOver({ socket, messages }: EarlySocket): WebSocket {
  const listeners: Listener[] = [];
  let clientId: number | string | null = null;
  const [send, listen] = [socket.send.bind(socket), socket.addEventListener.bind(socket)];
  const pass = (data: unknown) => {
    const event = new MessageEvent("message", { data });
    for (const listener of listeners) listener.call(socket, event);
  };
  const passEarly = (text: string) =>
    pass(`{"id":${JSON.stringify(clientId)},${text.slice(earlyPrefix.length)}`);

  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== "string" || !data.startsWith(earlyPrefix)) pass(data);
    else if (clientId === null) messages.push(data);
    else passEarly(data);
  };
  socket.addEventListener = (type: string, listener: unknown, options?: AddEventListenerOptions) => {
    if (type === "message") listeners.push(listener as Listener);
    else if (type === "open" && socket.readyState === WebSocket.OPEN)
      queueMicrotask(() => (listener as Listener).call(socket, new Event("open")));
    else listen(type, listener as Listener, options);
  };
  socket.send = (data) => {
    const sent = typeof data === "string" ? clientMessages(data) : null;
    if (sent === null) return send(data);
    const first = clientId === null ? sent.find(isOurs) : undefined;
    const rest = sent.filter((message) => message !== first);
    for (const message of rest)
      send(JSON.stringify(message.id === clientId ? { ...message, id: earlyId } : message));
    if (first === undefined) return;
    clientId = first.id;
    for (const text of messages.splice(0)) passEarly(text);
  };
  return socket;
}

interface ClientMessage {
  id: number | string;
  method?: string;
  params?: { path?: string };
}

/** What the client sends, one by one; null of a sign of life, which is no JSON. */
function clientMessages(text: string): ClientMessage[] | null {
  if (text === "PING" || text === "PONG") return null;
  const sent: ClientMessage | ClientMessage[] = JSON.parse(text);
  return Array.isArray(sent) ? sent : [sent];
}

/** Not the early one, which goes this way, too, where the socket opens late. */
function isOurs({ id, method, params }: ClientMessage): boolean {
  return id !== earlyId && method === "subscription" && params?.path === path;
}
