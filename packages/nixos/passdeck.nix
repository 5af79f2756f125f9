# A module for NixOS: `imports = [ ./passdeck/packages/nixos/passdeck.nix ]; services.passdeck.enable = true;`
{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.services.passdeck;
  # The service has what `passdeck install` gives its own; a test compares them.
in
{
  options.services.passdeck = {
    enable = lib.mkEnableOption "Passdeck, a dashboard for KVM hosts";

    package = lib.mkOption {
      type = lib.types.package;
      default = pkgs.callPackage ./package.nix { };
      defaultText = lib.literalExpression "pkgs.callPackage ./package.nix { }";
      description = "The package with Passdeck. Its `npmDepsHash` is given by `.override`.";
    };

    host = lib.mkOption {
      type = lib.types.str;
      default = "";
      example = "192.0.2.10";
      description = "The address to listen on; empty: on all.";
    };

    port = lib.mkOption {
      type = lib.types.port;
      default = 8006;
      description = "The port to listen on.";
    };

    dataDir = lib.mkOption {
      type = lib.types.path;
      default = "/var/lib/passdeck";
      description = "The folder of the database, the certificate and other state. VBIOS files go beside it, into `\${dataDir}-roms`.";
    };

    user = lib.mkOption {
      type = lib.types.str;
      default = "passdeck";
      description = "The user that the web process runs as, and its group.";
    };

    openFirewall = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether the firewall lets others reach the port.";
    };

    settings = lib.mkOption {
      type = lib.types.attrsOf lib.types.str;
      default = { };
      example = {
        PASSDECK_PUBLIC_URL = "https://passdeck.lan:8006";
      };
      description = "Further settings of Passdeck, as the README lists them. They can be read by everybody: secrets go into files (`…_FILE`).";
    };
  };

  config = lib.mkIf cfg.enable {
    virtualisation.libvirtd.enable = lib.mkDefault true;
    networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall [ cfg.port ];
    environment.systemPackages = [ cfg.package ];

    users.groups.${cfg.user} = { };
    users.users.${cfg.user} = {
      isSystemUser = true;
      description = "Passdeck";
      group = cfg.user;
      home = cfg.dataDir;
      # Libvirt's socket, whether KVM works, and the kernel's log.
      extraGroups = [
        "libvirtd"
        "kvm"
        "systemd-journal"
      ];
    };

    systemd.tmpfiles.rules = [
      "d ${cfg.dataDir} 0700 ${cfg.user} ${cfg.user} -"
      "Z ${cfg.dataDir} - ${cfg.user} ${cfg.user} -"
      "d ${cfg.dataDir}-roms 0755 ${cfg.user} ${cfg.user} -"
      "Z ${cfg.dataDir}-roms - ${cfg.user} ${cfg.user} -"
    ];

    # Where libvirt asks polkit, and not the file permissions of its socket.
    security.polkit.extraConfig = ''
      polkit.addRule(function (action, subject) {
        if (action.id == "org.libvirt.unix.manage" && subject.user == "${cfg.user}") return polkit.Result.YES;
      });
    '';

    systemd.services.passdeck = {
      description = "Passdeck, a dashboard for KVM hosts";
      wantedBy = [ "multi-user.target" ];
      wants = [ "network-online.target" ];
      after = [
        "network-online.target"
        "libvirtd.socket"
        "virtqemud.socket"
      ];
      environment = {
        PASSDECK_DATA = cfg.dataDir;
        PASSDECK_LIBVIRT = "qemu:///system";
        PASSDECK_PORT = toString cfg.port;
      }
      // lib.optionalAttrs (cfg.host != "") { PASSDECK_HOST = cfg.host; }
      // cfg.settings;
      serviceConfig = {
        User = cfg.user;
        Group = cfg.user;
        WorkingDirectory = cfg.dataDir;
        ExecStart = "${lib.getExe cfg.package} serve";
        Restart = "on-failure";
        RestartSec = 2;
        # A setting that can't be used does not get better by trying again.
        RestartPreventExitStatus = 2;
        TimeoutStopSec = 30;

        NoNewPrivileges = true;
        CapabilityBoundingSet = "";
        AmbientCapabilities = "";
        ProtectSystem = "strict";
        ReadWritePaths = [
          cfg.dataDir
          "${cfg.dataDir}-roms"
        ];
        ProtectHome = "read-only";
        PrivateTmp = true;
        ProtectClock = true;
        ProtectHostname = true;
        ProtectKernelLogs = true;
        ProtectKernelModules = true;
        ProtectKernelTunables = true;
        ProtectControlGroups = true;
        RestrictAddressFamilies = [
          "AF_UNIX"
          "AF_INET"
          "AF_INET6"
          "AF_NETLINK"
        ];
        RestrictNamespaces = true;
        RestrictRealtime = true;
        RestrictSUIDSGID = true;
        LockPersonality = true;
        RemoveIPC = true;
        SystemCallArchitectures = "native";
        SystemCallFilter = [
          "@system-service"
          "~@privileged"
        ];
        SystemCallErrorNumber = "EPERM";
        UMask = "0022";
      };
    };
  };
}
