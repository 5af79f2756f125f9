"""Reads a network-config on standard input and prints what each of cloud-init's renderers makes of it, as JSON."""

import json
import os
import sys
import tempfile
from unittest import mock

import yaml
from cloudinit.distros.rhel import Distro as Rhel
from cloudinit.net import eni, netplan, network_manager, network_state, networkd, sysconfig

RENDERERS = {
    "netplan": (netplan.Renderer, {"netplan_path": "etc/netplan/50-cloud-init.yaml"}),
    "NetworkManager": (network_manager.Renderer, None),
    "sysconfig": (sysconfig.Renderer, Rhel.renderer_configs["sysconfig"]),
    "networkd": (networkd.Renderer, None),
    "ifupdown": (eni.Renderer, {"eni_path": "etc/network/interfaces"}),
}


def files_below(folder):
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            with open(path, encoding="utf-8") as file:
                yield os.path.relpath(path, folder), file.read()


def rendered(config, kind, options):
    renderer = kind(options)
    # The machine that the test runs on has other NICs, and no user called systemd-network.
    with mock.patch("cloudinit.net.network_state.get_interfaces_by_mac", return_value={}), mock.patch(
        "cloudinit.util.chownbyname"
    ), mock.patch("cloudinit.subp.subp", return_value=("", "")), tempfile.TemporaryDirectory() as folder:
        state = network_state.parse_net_config_data(config, renderer=renderer)
        renderer.render_network_state(state, target=folder)
        return dict(files_below(folder))


given = yaml.safe_load(sys.stdin)
json.dump({name: rendered(given, *how) for name, how in RENDERERS.items()}, sys.stdout)
