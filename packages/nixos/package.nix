# Passdeck as a package of Nix's: the same files that Debian's package installs, with nixpkgs' Node.
# npmDepsHash: leave it at lib.fakeHash once, and nix-build says which it is for the package-lock.json that is there.
{
  lib,
  buildNpmPackage,
  makeWrapper,
  nodejs_22,
  python3,
  gnupg,
  iproute2,
  kmod,
  libvirt,
  systemd,
  util-linux,
  xz,
  npmDepsHash ? lib.fakeHash,
}:

buildNpmPackage {
  pname = "passdeck";
  version = (lib.importJSON ../../package.json).version;
  src = lib.cleanSource ../..;
  inherit npmDepsHash;
  nodejs = nodejs_22;
  # better-sqlite3 is compiled against this very Node.
  nativeBuildInputs = [
    makeWrapper
    python3
  ];
  npm_config_nodedir = nodejs_22;
  NEXT_TELEMETRY_DISABLED = "1";

  installPhase = ''
    runHook preInstall
    node server/setup/package/tree.mjs $out/lib/passdeck
    makeWrapper ${lib.getExe nodejs_22} $out/bin/passdeck \
      --add-flags $out/lib/passdeck/server/setup/passdeck.mjs \
      --suffix PATH : ${
        lib.makeBinPath [
          gnupg
          iproute2
          kmod
          libvirt
          systemd
          util-linux
          xz
        ]
      }
    runHook postInstall
  '';

  meta = {
    description = "A browser dashboard for KVM hosts, made for GPU passthrough";
    license = lib.licenses.mit;
    mainProgram = "passdeck";
    platforms = [
      "x86_64-linux"
      "aarch64-linux"
    ];
  };
}
