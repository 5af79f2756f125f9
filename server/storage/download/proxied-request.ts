import { request as ask, type ClientRequest, get as getPlain, type RequestOptions } from "node:http";
import { get as getSecure, Agent as SecureAgent } from "node:https";
import type { Socket } from "node:net";
import { connect as secure } from "node:tls";

type Options = Pick<RequestOptions, "signal"> & { headers: Readonly<Record<string, string>> };

/**
 * A GET by way of an HTTP proxy: plain ones are passed on by it, encrypted ones go through a tunnel (RFC 9110, 9.3.6),
 * so that it sees only whom they are for.
 * @param proxy "http://user:password@proxy.lan:3128".
 */
export async function proxiedRequest(proxy: URL, target: URL, options: Options): Promise<ClientRequest> {
  const { signal, headers } = options;
  const place = { host: proxy.hostname.replace(/^\[|\]$/g, ""), port: proxy.port || "80", agent: false };
  const credentials = credentialsOf(proxy);
  if (target.protocol !== "https:") {
    const own = { ...headers, ...credentials, Host: target.host };
    return getPlain({ ...place, path: target.href, headers: own, ...(signal ? { signal } : {}) });
  }
  const socket = await tunnel({ ...place, headers: credentials, ...(signal ? { signal } : {}) }, target);
  // An option of the request's own would be passed over wherever there is an agent.
  const createConnection = () => secure({ socket, servername: target.hostname });
  const agent = Object.assign(new SecureAgent(), { createConnection });
  return getSecure(target, { agent, headers, ...(signal ? { signal } : {}) });
}

function tunnel(place: RequestOptions, target: URL): Promise<Socket> {
  const authority = `${target.hostname}:${target.port || "443"}`;
  return new Promise((resolve, reject) => {
    const request = ask({ ...place, method: "CONNECT", path: authority });
    request.once("connect", ({ statusCode }, socket: Socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new Error(`the proxy answers ${statusCode}`));
    });
    // One that answers otherwise knows no tunnels.
    request.once("response", ({ statusCode }) => {
      request.destroy();
      reject(new Error(`the proxy answers ${statusCode}`));
    });
    request.setTimeout(30_000, () => request.destroy(new Error("the proxy did not answer in time")));
    request.once("error", reject);
    request.end();
  });
}

function credentialsOf({ username, password }: URL): Record<string, string> {
  if (username === "") return {};
  const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "Proxy-Authorization": `Basic ${Buffer.from(plain).toString("base64")}` };
}
