import { homedir } from "node:os";
import { describe, expect, test } from "vitest";
import { imagesFolder, parseLibvirtUri } from "./uri";

const environment = { XDG_RUNTIME_DIR: "/run/user/1000" };

describe("parseLibvirtUri", () => {
  test.each([
    ["qemu:///system", ["/run/libvirt/libvirt-sock", "/run/libvirt/virtqemud-sock"], "qemu:///system"],
    [
      "qemu:///session",
      ["/run/user/1000/libvirt/libvirt-sock", "/run/user/1000/libvirt/virtqemud-sock"],
      "qemu:///session",
    ],
    ["test:///default", ["/run/libvirt/libvirt-sock"], "test:///default"],
    ["qemu+unix:///system?socket=/tmp/a%20b/sock", ["/tmp/a b/sock"], "qemu:///system"],
    ["qemu:///system?socket=/tmp/sock&no_verify=1", ["/tmp/sock"], "qemu:///system?no_verify=1"],
    ["qemu+unix:///system?name=qemu:///embed&mode=legacy", undefined, "qemu:///embed"],
  ])("%s", (text, socketPaths, uri) => {
    const target = parseLibvirtUri(text, { environment });
    expect(target.uri).toBe(uri);
    if (socketPaths) expect(target.socketPaths).toEqual(socketPaths);
    expect(target.dialer.description).toBe(target.socketPaths.join(" or "));
  });

  test("goes to the sockets for readers, which sessions do not have", () => {
    const paths = (uri: string) => parseLibvirtUri(uri, { readOnly: true, environment }).socketPaths;
    expect(paths("qemu:///system")[0]).toBe("/run/libvirt/libvirt-sock-ro");
    expect(paths("qemu:///session")[0]).toBe("/run/user/1000/libvirt/libvirt-sock");
  });

  test("looks for a session where GLib does without XDG_RUNTIME_DIR", () => {
    const target = parseLibvirtUri("qemu:///session", { environment: { XDG_CACHE_HOME: "/home/u/.cache" } });
    expect(target.socketPaths[0]).toBe("/home/u/.cache/libvirt/libvirt-sock");
  });

  test.each([
    ["", "no URI"],
    ["system", "no URI"],
    ["http://example.org/", "http"],
    ["vmware:///x", "vmware"],
    ["qemu+ssh://host/system", "ssh"],
    ["qemu+tls:///system", "tls"],
    ["qemu://host/system", "host"],
    ["constructor:///system", "constructor"],
  ])("says what is wrong with “%s”", (text, reason) => {
    const parse = () => parseLibvirtUri(text, { environment });
    expect(parse).toThrow(expect.objectContaining({ name: "ConnectionError", kind: "unsupported" }));
    expect(parse).toThrow(reason);
  });
});

test.each([
  ["qemu:///system", {}, "/var/lib/libvirt/images"],
  ["qemu+unix:///system?socket=/run/other", {}, "/var/lib/libvirt/images"],
  ["test:///default", {}, "/var/lib/libvirt/images"],
  ["", {}, "/var/lib/libvirt/images"],
  ["qemu:///session", {}, `${homedir()}/.local/share/libvirt/images`],
  ["qemu:///session", { XDG_DATA_HOME: "/data" }, "/data/libvirt/images"],
])("images of %s with %j are in %s", (uri, environment, folder) => {
  expect(imagesFolder(uri, environment)).toBe(folder);
});
