import { duplexPair } from "node:stream";
import { describe, expect, test } from "vitest";
import { playServer } from "./testing/fake-screen";
import { signInToVnc } from "./vnc-login";
import { answerChallenge } from "./vnc-password";

const version = Buffer.from("RFB 003.008\n");
const ok = Buffer.alloc(4);
const reason = (text: string) => Buffer.concat([Buffer.of(0, 0, 0, text.length), Buffer.from(text)]);

/** Signs in with `password` to a server that plays `script`; gives what the server heard. */
async function signIn(password: string | null, script: (Buffer | number)[]): Promise<Buffer[]> {
  const [server, client] = duplexPair();
  const heard = playServer(server, script).finally(() => server.end());
  heard.catch(() => undefined);
  await signInToVnc(client, "win11", password);
  return heard;
}

describe("VNC's password", () => {
  test("answers a challenge as noVNC does", () => {
    const challenge = Buffer.from("000102030405060708090a0b0c0d0e0f", "hex");
    expect(answerChallenge(challenge, "password").toString("hex")).toBe("b866924125c8eebb9debc1db61c538e2");
    expect(answerChallenge(challenge, "password and more")).toEqual(answerChallenge(challenge, "password"));
  });
});

describe("the sign-in", () => {
  test("takes no password where none is asked for", async () => {
    const heard = await signIn("secret", [version, 12, Buffer.of(2, 2, 1), 1, ok]);
    expect(heard).toEqual([version, Buffer.of(1)]);
  });

  test("gives the password", async () => {
    const challenge = Buffer.alloc(16, 7);
    const heard = await signIn("secret", [version, 12, Buffer.of(1, 2), 1, challenge, 16, ok]);
    expect(heard.slice(1)).toEqual([Buffer.of(2), answerChallenge(challenge, "secret")]);
  });

  test.each<[string, string | null, (Buffer | number)[], string]>([
    ["no VNC server", null, [Buffer.from("SSH-2.0-OpenS")], "does not speak VNC"],
    ["an old version", null, [Buffer.from("RFB 003.003\n")], "does not speak VNC"],
    ["a password that nobody knows", null, [version, 12, Buffer.of(1, 2)], "does not hold"],
    ["TLS", "secret", [version, 12, Buffer.of(1, 19)], "vnc_tls"],
    [
      "an expired password",
      "a",
      [version, 12, Buffer.of(1, 2), 1, Buffer.alloc(16), 16, Buffer.of(0, 0, 0, 1), reason("expired")],
      "“expired”",
    ],
    ["a full house", null, [version, 12, Buffer.of(0), reason("too many")], "“too many”"],
  ])("says why it failed at %s", async (_, password, script, words) => {
    await expect(signIn(password, script)).rejects.toMatchObject({
      userMessage: expect.stringContaining(words),
    });
  });

  test("fails where the server hangs up at any point", async () => {
    const all = Buffer.concat([version, Buffer.of(1, 1), ok]);
    for (let length = 0; length < all.length; length++) {
      await expect(signIn(null, [all.subarray(0, length)])).rejects.toThrow("ended early");
    }
  });
});
