import type { CreateRequest } from "@/server/create/create-request.schema";
import { hashesPasswords, plannedHash, standInHash } from "./password";

/** The hash of a password that was typed; null of none. */
export async function hashOf(password: string): Promise<string | null> {
  if (password === "" || !hashesPasswords()) return plannedHash(password);
  const { randomSalt, sha512Crypt } = await import("../cloud-init/sha512-crypt");
  return sha512Crypt(password, randomSalt());
}

/** A request with the password's hash in place of what stood for it; the same request where nothing did. */
export async function withPasswordHash(request: CreateRequest, password: string): Promise<CreateRequest> {
  const { source } = request;
  if (source.kind !== "specification") return request;
  const { cloudInit, answers } = source;
  if (answers?.kind === "linux" && answers.settings.passwordHash === standInHash) {
    const settings = { ...answers.settings, passwordHash: (await hashOf(password)) ?? "" };
    return { ...request, source: { ...source, answers: { ...answers, settings } } };
  }
  if (cloudInit?.kind !== "settings") return request;
  const { users } = cloudInit.settings;
  if (!users.some(({ passwordHash }) => passwordHash === standInHash)) return request;
  const hash = await hashOf(password);
  const hashed = users.map((user) =>
    user.passwordHash === standInHash ? { ...user, passwordHash: hash } : user,
  );
  const settings = { ...cloudInit.settings, users: hashed };
  return { ...request, source: { ...source, cloudInit: { ...cloudInit, settings } } };
}
