import { once } from "node:events";
import { createServer, get } from "node:https";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../host/tree.test-data";
import { selfSignedCertificate } from "../http/certificate";
import { pinnedAgent } from "./pinned-agent";

const certificate = () => selfSignedCertificate(temporaryFolder(), { names: ["localhost"], addresses: [] });

test("a server is spoken to that shows the pinned certificate, and nothing is sent to another", async () => {
  const [right, other] = [await certificate(), await certificate()];
  const asked: string[] = [];
  const server = createServer(right, (request, response) => {
    asked.push(request.url ?? "");
    response.end("ok");
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const ask = async (path: string, pin: string) => {
    const agent = pinnedAgent(pin);
    onTestFinished(() => agent.destroy());
    const [answer] = await once(get({ host: "127.0.0.1", port, path, agent }), "response");
    return answer.statusCode;
  };
  expect(await ask("/right", right.cert)).toBe(200);
  await expect(ask("/other", other.cert)).rejects.toThrow("another certificate");
  expect(asked).toEqual(["/right"]);
});
