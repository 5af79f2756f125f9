export interface paths {
    "/hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List hosts
         * @description Takes the right `fleet.watch`.
         */
        get: operations["listHosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a host
         * @description Takes the right `host.see`.
         */
        get: operations["getHost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/maintenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a host into maintenance
         * @description From then on Passdeck starts no VM on it and migrates none onto it; what runs goes on. Of one that is in maintenance, the reason is changed.
         *
         *     Takes the right `host.beginMaintenance`.
         */
        put: operations["beginMaintenance"];
        post?: never;
        /**
         * End a host's maintenance
         * @description Takes the right `host.endMaintenance`.
         */
        delete: operations["endMaintenance"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a host's hardware, with checks and verdicts
         * @description As `passdeck inspect --json`: checks for passthrough, IOMMU groups, and of each device whether it can be handed to a VM (ready, bindable, risky, blocked), with reasons.
         *
         *     Takes the right `host.watchReport`.
         */
        get: operations["getHostReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a host's PCI devices
         * @description The devices of its report, by address.
         *
         *     Takes the right `host.watchReport`.
         */
        get: operations["listDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/named-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a host's named devices
         * @description Each with the rules by which it can be booked (null: it can't), how many of its cards VMs can be given now (`places`), its bookings and its queue.
         *
         *     Takes the right `booking.watch`.
         */
        get: operations["listNamedDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/named-devices/{name}/booking-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change how a named device can be booked
         * @description `rules` null: it can be booked no more, and its bookings and its queue go. `atEnd` “move” shuts a VM down and starts it with a card of the named device `moveTo`.
         *
         *     Takes the right `booking.setRules`.
         */
        put: operations["setBookingRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the bookings of a host's named devices
         * @description Times are Unix milliseconds; `to` is the first that is not the holder's any more. `holder` is null for who may not know of others' bookings. What has ended is listed for 90 days.
         *
         *     Takes the right `booking.watch`.
         */
        get: operations["listBookings"];
        put?: never;
        /**
         * Book a named device
         * @description `from` is Unix milliseconds. `userId` null is oneself; for others it takes the right `booking.ofOthers`. A start of the VM `vmId` is by this booking, whoever starts it.
         *
         *     Takes the right `booking.book`.
         */
        post: operations["bookDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/bookings/{bookingId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend a booking
         * @description By `hours`, where no other booking is in the way.
         *
         *     Takes the right `booking.extend`.
         */
        post: operations["extendBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/bookings/{bookingId}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over a booking
         * @description The VM that it was meant for is not handed over with it.
         *
         *     Takes the right `booking.handOver`.
         */
        post: operations["handOverBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/bookings/{bookingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Cancel a booking
         * @description One that has begun ends now: a VM that still uses the card is asked to shut down, and moved, where the rules say so.
         *
         *     Takes the right `booking.cancel`.
         */
        delete: operations["cancelBooking"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/booking-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait for a named device
         * @description Who came first has a booking of `hours` from when a card is free. The VM `vmId` is started then; null for none.
         *
         *     Takes the right `booking.wait`.
         */
        post: operations["waitForDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/booking-queue/{waitingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Leave the queue for a named device
         * @description Takes the right `booking.leave`.
         */
        delete: operations["leaveBookingQueue"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/boot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how the host was made to start
         * @description The changes that Passdeck has made, the latest last, and whether the host has started by them.
         *
         *     Takes the right `prepare.state`.
         */
        get: operations["getBoot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/boot/change-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan: Change how the host starts
         * @description What is left out of `change` stays as it is. With `way` `trial` it holds for the next start alone. The plan has each file as it is and as it would be, and a script where Passdeck can't carry it out. Changes nothing. A `refusal` says why it can't be done; the fingerprint stands for the plan.
         *
         *     Takes the right `prepare.plan`.
         */
        post: operations["planChangeBoot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/boot/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change how the host starts
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `prepare.run`.
         */
        post: operations["changeBoot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/boot/undo-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan: Take back a change of how the host starts
         * @description Changes nothing. A `refusal` says why it can't be done; the fingerprint stands for the plan.
         *
         *     Takes the right `prepare.planUndo`.
         */
        post: operations["planUndoBootChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/boot/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a change of how the host starts
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `prepare.undo`.
         */
        post: operations["undoBootChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/boot/keep-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan: Keep how the host was started once
         * @description Changes nothing. A `refusal` says why it can't be done; the fingerprint stands for the plan.
         *
         *     Takes the right `prepare.planKeep`.
         */
        post: operations["planKeepBootTrial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/boot/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep how the host was started once
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `prepare.keep`.
         */
        post: operations["keepBootTrial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/boot/return-devices-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan: Return devices to the host, now and at the next start
         * @description Returns cards to the host now and for every start, by whichever of the host's files they are reserved. Changes nothing. A `refusal` says why it can't be done; the fingerprint stands for the plan.
         *
         *     Takes the right `prepare.planReturn`.
         */
        post: operations["planReturnDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/boot/return-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return devices to the host, now and at the next start
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `prepare.return`.
         */
        post: operations["returnDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/restart-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan: Restart the host
         * @description Changes nothing. Says which VMs run; the fingerprint stands for the plan.
         *
         *     Takes the right `prepare.planReboot`.
         */
        post: operations["planRestart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restart the host
         * @description The host is back once it tells another `bootId`.
         *
         *     Takes the right `prepare.reboot`.
         */
        post: operations["restartHost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List VMs
         * @description Of all hosts, or of one, as far as the caller may see them.
         *
         *     Takes the right `fleet.watch`.
         */
        get: operations["listVms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a VM
         * @description Takes the right `vm.see`.
         */
        get: operations["getVm"];
        put?: never;
        post?: never;
        /**
         * Delete a VM
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `vm.delete`.
         */
        delete: operations["deleteVm"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a VM's definition
         * @description libvirt's domain XML, without passwords.
         *
         *     Takes the right `vm.xml`.
         */
        get: operations["getVmXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export a VM
         * @description In another program's format: a configuration of Proxmox VE's, or manifests of KubeVirt's. What that can't say is in `notes`, and at the top of the text.
         *
         *     Takes the right `definition.export`.
         */
        get: operations["exportVm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/shutdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shut a VM down
         * @description Asks the guest to; what comes of it is told by its events.
         *
         *     Takes the right `vm.act`.
         */
        post: operations["shutDownVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/force-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Force a VM off
         * @description As pulling its plug: what the guest has not written is lost.
         *
         *     Takes the right `vm.act`.
         */
        post: operations["forceOffVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/reboot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reboot a VM
         * @description Asks the guest to.
         *
         *     Takes the right `vm.act`.
         */
        post: operations["rebootVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset a VM
         * @description As its reset button: what the guest has not written is lost.
         *
         *     Takes the right `vm.act`.
         */
        post: operations["resetVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a VM
         * @description Its memory stays; no CPU time is spent on it.
         *
         *     Takes the right `vm.act`.
         */
        post: operations["pauseVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a paused VM
         * @description Takes the right `vm.act`.
         */
        post: operations["resumeVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a VM
         * @description A saved state is resumed. Refused where a device that it asks for can't be had.
         *
         *     Takes the right `vm.act`.
         */
        post: operations["startVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save a VM's state and stop it
         * @description The next start goes on from there.
         *
         *     Takes the right `vm.act`.
         */
        post: operations["saveVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a VM's tags or folder
         * @description Tags are added and removed, the others stay; without `folder` it stays where it is, with null it leaves it. They stand in the definition's metadata.
         *
         *     Takes the right `vm.label`.
         */
        patch: operations["labelVm"];
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename a VM
         * @description The VM has to be off. It keeps its UUID.
         *
         *     Takes the right `vm.rename`.
         */
        post: operations["renameVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/autostart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set whether a VM is started with its host
         * @description Takes the right `vm.setAutostart`.
         */
        put: operations["setVmAutostart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/hardware-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan: Change a VM's hardware
         * @description `edit` is one change as the Hardware tab makes it: what is in the definition now (`from`), and what is to be there. With `alsoLive` the running VM is changed too, where it can be. Changes nothing. A `refusal` says why it can't be done; the fingerprint stands for the plan.
         *
         *     Takes the right `hardware.plan`.
         */
        post: operations["planChangeHardware"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/hardware": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a VM's hardware
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `hardware.run`.
         */
        post: operations["changeHardware"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/medium-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan: Change the disc of a VM's drive
         * @description Puts a volume into the CD drive of that target, or takes out what is in it (null), in the running VM as well. A VM's owner may use what is ready-made in pools of media that are granted to them. Changes nothing. A `refusal` says why it can't be done; the fingerprint stands for the plan.
         *
         *     Takes the right `hardware.planMedium`.
         */
        post: operations["planChangeVmMedium"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/medium": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the disc of a VM's drive
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `hardware.runMedium`.
         */
        post: operations["changeVmMedium"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/migration-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan: Migrate a VM to another host
         * @description Takes the VM to another host: while it runs, or, of one that is off, with its files and equal cards. Disks that the other host can't see are copied, into `pools` where these name one. Changes nothing. A `refusal` says why it can't be done; the fingerprint stands for the plan.
         *
         *     Takes the right `move.plan`.
         */
        post: operations["planMigrateVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/migration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Migrate a VM to another host
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `move.run`.
         */
        post: operations["migrateVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/migration/steering": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change how a VM is moved
         * @description Changes the limits of a migration on its way (MiB/s, milliseconds), or finishes it by post-copy.
         *
         *     Takes the right `move.steer`.
         */
        post: operations["steerMigration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/delete-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan a VM's deletion
         * @description Changes nothing. Its fingerprint stands for the plan: DELETE carries out that one or none.
         *
         *     Takes the right `vm.planDelete`.
         */
        post: operations["planVmDeletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/binding-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan: Reserve devices for VMs, or return them to the host
         * @description `act` is `reserve` (vfio-pci takes the devices, with what shares their group) or `return` (the host's driver has them again). It lasts until the host restarts. Changes nothing. A `refusal` says why it can't be done; the fingerprint stands for the plan.
         *
         *     Takes the right `passthrough.planBinding`.
         */
        post: operations["planBindDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/binding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reserve devices for VMs, or return them to the host
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `passthrough.runBinding`.
         */
        post: operations["bindDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/attach-devices-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan: Attach devices of the host to a VM
         * @description All functions of a card go together. A running VM gets them at once where it can, else at its next start. Changes nothing. A `refusal` says why it can't be done; the fingerprint stands for the plan.
         *
         *     Takes the right `passthrough.planAttach`.
         */
        post: operations["planAttachDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/attach-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach devices of the host to a VM
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `passthrough.runAttach`.
         */
        post: operations["attachDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/detach-devices-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan: Detach devices of the host from a VM
         * @description Changes nothing. A `refusal` says why it can't be done; the fingerprint stands for the plan.
         *
         *     Takes the right `passthrough.planDetach`.
         */
        post: operations["planDetachDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/detach-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Detach devices of the host from a VM
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `passthrough.runDetach`.
         */
        post: operations["detachDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/check-devices-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan: Check the devices of a VM by starting it
         * @description The job starts the VM, looks how its devices do, and says what it found. Changes nothing. A `refusal` says why it can't be done; the fingerprint stands for the plan.
         *
         *     Takes the right `passthrough.planCheck`.
         */
        post: operations["planCheckDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/{vmId}/check-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the devices of a VM by starting it
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `passthrough.runCheck`.
         */
        post: operations["checkDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan a new VM
         * @description Changes nothing. Findings say what stands against it; a plan with a refusal can't be carried out.
         *
         *     Takes the right `create.plan`.
         */
        post: operations["planVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/vms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a VM
         * @description Of XML, of a specification as the page's wizard makes one, or as a clone. The answer has the VM's UUID; the VM is there once the job has made it.
         *
         *     Takes the right `create.plan` and `create.run`.
         */
        post: operations["createVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/import-xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a definition from elsewhere
         * @description Reads a definition, and tells what would come of it here. Changes nothing.
         *
         *     Takes the right `create.importXml`.
         */
        post: operations["importXml"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description The latest first.
         *
         *     Takes the right `job.watch`.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job
         * @description Done when `state` is no longer `running`. `interrupted`: Passdeck ended in the middle of it, and somebody has to say whether it is finished or undone.
         *
         *     Takes the right `job.watch`.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job
         * @description It stops after the step that it is at, and what it did is taken back.
         *
         *     Takes the right `job.cancel`.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a host's storage pools
         * @description Takes the right `storage.watch`.
         */
        get: operations["listPools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/pools/{pool}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a storage pool
         * @description Takes the right `storage.startPool`.
         */
        post: operations["startPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/pools/{pool}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh a storage pool
         * @description Takes the right `storage.refreshPool`.
         */
        post: operations["refreshPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/pools/{pool}/volumes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a pool's volumes
         * @description With the VMs that use each.
         *
         *     Takes the right `storage.volumes`.
         */
        get: operations["listVolumes"];
        put?: never;
        /**
         * Create a volume
         * @description Takes the right `storage.createVolume`.
         */
        post: operations["createVolume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/pools/{pool}/volumes/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Download a file into a volume
         * @description Takes the right `storage.downloadFromUrl`.
         */
        post: operations["downloadVolume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/pools/{pool}/volumes/{volume}/delete-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan a volume's deletion
         * @description Changes nothing. Its fingerprint stands for the plan: DELETE carries out that one or none.
         *
         *     Takes the right `storage.planDeleteVolume`.
         */
        post: operations["planVolumeDeletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/pools/{pool}/volumes/{volume}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a volume
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `storage.deleteVolume`.
         */
        delete: operations["deleteVolume"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a host's virtual networks
         * @description Takes the right `network.watch`.
         */
        get: operations["listNetworks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/networks/{uuid}/xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a network's definition
         * @description libvirt's network XML: of the running network while it runs, else as it is saved.
         *
         *     Takes the right `network.xml`.
         */
        get: operations["getNetworkXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/networks/{uuid}/leases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a network's DHCP leases
         * @description Takes the right `network.leases`.
         */
        get: operations["listLeases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/networks/{uuid}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a network
         * @description Takes the right `network.start`.
         */
        post: operations["startNetwork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/networks/{uuid}/stop-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan to stop a network
         * @description Changes nothing. Says whom it cuts off; its fingerprint stands for the plan.
         *
         *     Takes the right `network.planStop`.
         */
        post: operations["planNetworkStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/networks/{uuid}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a network
         * @description Carries out the plan of that fingerprint, and is refused where things have changed since.
         *
         *     Takes the right `network.stop`.
         */
        post: operations["stopNetwork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{hostId}/networks/{uuid}/autostart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set whether a network is started with its host
         * @description Takes the right `network.setAutostart`.
         */
        put: operations["setNetworkAutostart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the quotas of all users and groups
         * @description `limits` is the most that the VMs of a user or a group may have together; null is no limit. `used` counts jobs under way as well. `unknown` says why it may be more.
         *
         *     Takes the right `quota.of`.
         */
        get: operations["listQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotas/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's own quotas
         * @description `limits` is the most that the VMs of a user or a group may have together; null is no limit. `used` counts jobs under way as well. `unknown` says why it may be more.
         *
         *     Takes the right `quota.mine`.
         */
        get: operations["listOwnQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch what happens
         * @description Server-Sent Events. First `snapshot` (all hosts and VMs) and `jobs` (all jobs), then `delta` and `job` as things change. A comment comes every 15 seconds at least.
         *
         *     A client that connects again sends the last id that it had as `Last-Event-ID`, as browsers do by themselves, and is told what it missed since then, as far as it may see that. Where that can't be told, `reset` comes first and then all anew, which replaces what the client had. Its `reason` is `restarted` (Passdeck was started anew), `too-old` (more has happened than the last 1000 events, which are kept, of each job the latest), `other-rights` (what the user or the key may see has changed) or `unknown-id`. Ids are only to be sent back: what stands in them may change.
         *
         *     Takes the right `fleet.watch`.
         */
        get: operations["watchEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Begun: {
            /**
             * Format: uuid
             * @description The job's id.
             */
            jobId: string;
            /**
             * Format: uuid
             * @description libvirt's UUID of the VM.
             */
            vmId?: string;
            /** @description What has to be known besides; null for nothing. */
            told?: string | null;
        };
        Device: {
            address: string;
            class: string;
            classLabel: string;
            vendorId: string;
            deviceId: string;
            subsystem: string | null;
            vendor: string;
            product: string;
            subsystemVendor: string | null;
            subsystemProduct: string | null;
            driver: string | null;
            iommuGroup: number | null;
            bootVga: boolean | null;
            resetMethods: string[];
            companions: string[];
            parent: string | null;
            physicalFunction: string | null;
            domainController?: string;
            modules: string[];
            link: {
                speed: number;
                width: number;
                maximumSpeed: number;
                maximumWidth: number;
            } | null;
            numaNode: number | null;
            bars: {
                index: number;
                /** @description In bytes. */
                bytes: number;
                /** @enum {string} */
                space: "memory" | "port";
                prefetchable: boolean;
                /** @constant */
                unassigned?: true;
            }[];
            hasRom: boolean;
            virtualFunctions: {
                total: number;
                enabled: number;
            } | null;
            powerState: string | null;
            silent: boolean;
            slotLabel: string | null;
            serialNumber: string | null;
            usedBy: {
                /** @enum {string} */
                kind: "root-file-system" | "file-system" | "swap" | "lvm" | "raid" | "volume" | "configured" | "block-device" | "address" | "default-route" | "possible-route" | "bridge" | "bond" | "connection" | "input" | "screen" | "console" | "process" | "vm" | "mediated-device";
                detail: string;
            }[];
            /** @description When; Unix time in milliseconds. */
            notLookedAt: {
                source: string;
                question: string;
                /** @enum {string} */
                weight: "note" | "risk";
            }[];
            verdict: {
                /** @enum {string} */
                status: "ready" | "bindable" | "risky" | "blocked";
                reasons: {
                    /** @enum {string} */
                    code: "iommu-off" | "no-group" | "bridge" | "shared-group" | "boot-display" | "only-display" | "host-storage" | "host-network" | "management-network" | "no-reset" | "driver-in-use" | "identical-twin" | "no-uefi-rom" | "attached-elsewhere" | "unknown-hardware" | "behind-vmd" | "bar-unassigned" | "acs-override" | "not-looked-at";
                    /** @enum {string} */
                    weight: "note" | "risk" | "block";
                    message: string;
                    fix: string | null;
                    devices: string[];
                }[];
            };
            needs: {
                guestGets: string[];
                mustBeBound: string[];
                leftAlone: string[];
            };
        };
        Host: {
            id: string;
            name: string;
            uri: string;
            /** @enum {string} */
            connection: "connecting" | "connected" | "lost";
            /** @description What went wrong, for people; null where nothing did. */
            problem: {
                /** @enum {string} */
                code: "no-libvirt" | "no-permission" | "wrong-uri" | "too-old" | "connection-lost" | "refused" | "unreachable" | "certificate" | "host-key" | "sign-in";
                message: string;
                fix: string;
            } | null;
            /** @description Unix time in milliseconds. */
            lastSeen: number | null;
            libvirtVersion: string | null;
            hypervisor: string | null;
            cpuModel: string | null;
            cpus: number;
            /** @description In bytes. */
            memoryBytes: number;
            networks: {
                name: string;
                active: boolean;
            }[];
            pools: {
                name: string;
                active: boolean;
            }[];
            filesProblem: string | null;
            maintenance: {
                reason: string;
                since: number;
                by: string | null;
            } | null;
            cluster: {
                name: string | null;
                quorate: boolean;
                vms: {
                    resource: string;
                    /** @description libvirt's UUID of the VM. */
                    vmId: string | null;
                    name: string | null;
                }[];
            } | null;
            demo: boolean;
        };
        HostReport: {
            host: {
                cpu: string;
                cpuVendor: ("intel" | "amd" | "arm") | null;
                cpuThreads: number;
                kernel: string;
                distribution: string;
                bootLoader: string | null;
                initramfs: string | null;
                /** @description In bytes. */
                memoryBytes: number;
                machine: string | null;
            };
            iommu: {
                enabled: boolean;
                /** @constant */
                noIommuMode?: true;
                kind: ("intel" | "amd" | "smmu") | null;
                offeredByFirmware: boolean | null;
                parameters: string[];
            };
            checks: {
                /** @enum {string} */
                id: "cpu-virtualization" | "kvm-device" | "iommu-firmware" | "iommu-kernel" | "iommu-groups" | "interrupt-remapping" | "x2apic" | "reserved-memory" | "acs" | "kernel-log" | "vfio-modules" | "vfio-early-binding" | "first-driver" | "framebuffer" | "above-4g" | "hugepages" | "memlock" | "ksm" | "ovmf" | "ovmf-secure-boot" | "secure-boot-keys" | "swtpm" | "libvirt" | "versions" | "qemu-rights" | "looking-glass" | "nested" | "isolated-cpus" | "boot-loader" | "initramfs" | "secure-boot" | "default-target";
                /** @enum {string} */
                group: "processor" | "iommu" | "cards" | "memory" | "guests" | "boot";
                /** @enum {string} */
                status: "pass" | "warn" | "fail" | "unknown";
                title: string;
                detail: string;
                evidence: {
                    file: string;
                    line: number | null;
                    text: string;
                }[];
                why: string;
                fix: string | null;
                change: {
                    add: string[];
                    remove: string[];
                    vfioAddresses: string[];
                    loadModules: string[];
                    /** @enum {string} */
                    target?: "graphical" | "multi-user";
                    removeModules?: string[];
                    restoreGrubStub?: boolean;
                } | null;
            }[];
            network: {
                interfaces: {
                    name: string;
                    /** @description IP addresses, by DHCP leases or the guest agent. */
                    addresses: string[];
                    defaultRoute: boolean;
                    devices: string[];
                    lowers: string[];
                }[];
                routes: {
                    destination: string;
                    interface: string;
                    metric: number;
                }[];
            };
            groups: {
                id: number;
                devices: string[];
                isolated: boolean;
            }[];
            devices: components["schemas"]["Device"][];
            carried: ({
                /** @constant */
                bus: "usb";
                port: string;
                place: {
                    bus: number;
                    device: number;
                };
                ids: {
                    vendorId: string;
                    productId: string;
                };
                label: string;
                uses: {
                    /** @enum {string} */
                    kind: "root-file-system" | "file-system" | "swap" | "lvm" | "raid" | "volume" | "configured" | "block-device" | "address" | "default-route" | "possible-route" | "bridge" | "bond" | "connection" | "input" | "screen" | "console" | "process" | "vm" | "mediated-device";
                    detail: string;
                }[];
                carriers: string[];
            } | {
                /** @constant */
                bus: "mdev";
                /** @description libvirt's UUID of the network. */
                uuid: string;
                carriers: string[];
            } | {
                /** @constant */
                bus: "scsi";
                host: number;
                carriers: string[];
            })[];
            /** @constant */
            vendorReset?: true;
            /** @description Why nothing more is known of it; null where it can be read. */
            unreadable: {
                address: string;
                detail: string;
            }[];
        };
        Job: {
            /** Format: uuid */
            id: string;
            /** @description A host's id, as in the addresses of its pages. */
            hostId: string;
            title: string;
            kind: string;
            /** @description What the job is about: VMs by UUID, devices by PCI address. */
            subjects: string[];
            startedBy: string;
            /** @description When; Unix time in milliseconds. */
            startedAt: number;
            /** @description When; Unix time in milliseconds. */
            endedAt: number | null;
            /** @enum {string} */
            state: "running" | "done" | "undone" | "failed" | "interrupted";
            steps: {
                title: string;
                effect: string;
                risk: string | null;
                undo: string | null;
                /** @enum {string} */
                state: "waiting" | "running" | "done" | "failed" | "undone";
                /** @description What went wrong, for people; null where nothing did. */
                problem: string | null;
                /** @default null */
                progress: {
                    done: number;
                    total: number | null;
                } | null;
            }[];
            /** @description What went wrong, for people; null where nothing did. */
            problem: string | null;
            cancellable: boolean;
            independent: boolean;
            report: string | null;
        };
        Lease: {
            mac: string | null;
            address: string;
            prefix: number;
            hostname: string | null;
            /** @description When; Unix time in milliseconds. */
            expiresAt: number | null;
        };
        Network: {
            /**
             * Format: uuid
             * @description libvirt's UUID of the network.
             */
            uuid: string;
            name: string;
            active: boolean;
            /** @description Whether it is started with its host. */
            autostart: boolean;
            /** @description Whether libvirt keeps it when it is off. */
            persistent: boolean;
            /** @enum {string} */
            mode: "isolated" | "nat" | "route" | "open" | "bridge" | "private" | "vepa" | "passthrough" | "hostdev";
            bridge: string | null;
            devices: string[];
            ips: {
                /** @enum {string} */
                family: "ipv4" | "ipv6";
                address: string;
                prefix: number;
                ranges: {
                    start: string;
                    end: string;
                }[];
                reservations: {
                    mac: string | null;
                    name: string | null;
                    address: string;
                }[];
            }[];
            domain: string | null;
            dns: boolean;
            waiting: string[];
            /** @description Why nothing more is known of it; null where it can be read. */
            unreadable: {
                /** @description What went wrong, for people; null where nothing did. */
                problem: string;
                xml: string;
            } | null;
        };
        Plan: {
            title: string;
            kind: string;
            steps: {
                title: string;
                effect: string;
                risk: string | null;
                undo: string | null;
            }[];
            /** @description What has to be known before, the gravest first. */
            warnings: string[];
            quotas?: string[];
            /** @description Why the plan can't be carried out; null where it can. */
            refusal: string | null;
            /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
            fingerprint: string;
        };
        Pool: {
            /** Format: uuid */
            id: string;
            name: string;
            type: string;
            /** @enum {string} */
            state: "inactive" | "building" | "running" | "degraded" | "inaccessible";
            /** @description Whether it is started with its host. */
            autostart: boolean;
            /** @description Whether libvirt keeps it when it is off. */
            persistent: boolean;
            path: string | null;
            source: string | null;
            /** @description In bytes. */
            capacityBytes: number;
            /** @description In bytes. */
            allocationBytes: number;
            /** @description In bytes. */
            availableBytes: number;
            /** @description Why nothing more is known of it; null where it can be read. */
            unreadable: {
                /** @description What went wrong, for people; null where nothing did. */
                problem: string;
                xml: string;
            } | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            code: "bad-input" | "unauthorised" | "forbidden" | "reauthenticate" | "not-found" | "conflict" | "too-many-requests" | "not-supported" | "host-connecting" | "host-unreachable" | "host-refused" | "timed-out" | "internal" | "method-not-allowed" | "too-large" | "unsupported-media-type" | "idempotency-key-reused";
            errors?: {
                field: string;
                message: string;
            }[];
        };
        Vm: {
            /** @description A host's id, as in the addresses of its pages. */
            hostId: string;
            id: string;
            name: string;
            title: string | null;
            /** @enum {string} */
            state: "running" | "paused" | "shutting-down" | "off" | "crashed" | "suspended" | "unknown";
            /** @description How many vCPUs it can have. */
            vcpus: number;
            /** @description In bytes. */
            memoryBytes: number;
            /** @description In bytes. */
            maximumMemoryBytes: number;
            /** @description Whether libvirt keeps it when it is off. */
            persistent: boolean;
            /** @description Whether it is started with its host. */
            autostart: boolean;
            /** @description A saved memory image is there, which the next start resumes. */
            hasSavedState: boolean;
            /** @description PCI addresses of the host's devices that the VM is handed. */
            passthrough: string[];
            otherHostDevices: string[];
            namedDevices: string[];
            mayHaveGpu: boolean;
            disks: {
                target: string;
                /** @enum {string} */
                device: "disk" | "cdrom" | "floppy" | "lun";
                bus: string | null;
                source: string | null;
                readOnly: boolean;
            }[];
            interfaces: {
                mac: string;
                source: string;
                model: string | null;
                filter: string | null;
            }[];
            /** @description IP addresses, by DHCP leases or the guest agent. */
            addresses: string[];
            hasSerialConsole: boolean;
            graphics: string[];
            /** @enum {string} */
            guestAgent: "connected" | "disconnected" | "none";
            /** @enum {string} */
            firmware: "uefi" | "bios";
            machine: string;
            architecture: string;
            template: boolean;
            tags: string[];
            folder: string | null;
            /** @description Why nothing more is known of it; null where it can be read. */
            unreadable: {
                /** @description What went wrong, for people; null where nothing did. */
                problem: string;
            } | null;
        };
        Volume: {
            name: string;
            key: string;
            path: string | null;
            format: string | null;
            /** @description In bytes. */
            capacityBytes: number;
            /** @description In bytes. */
            allocationBytes: number;
            backingPath: string | null;
            usedBy: {
                /**
                 * Format: uuid
                 * @description libvirt's UUID of the VM.
                 */
                vmId: string;
                vmName: string;
                running: boolean;
            }[];
            /** @description Why nothing more is known of it; null where it can be read. */
            unreadable: {
                /** @description What went wrong, for people; null where nothing did. */
                problem: string;
                xml: string;
            } | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listHosts: {
        parameters: {
            query?: {
                /** @description How many are answered at most. */
                limit?: number;
                /** @description What the page before this one gave as `next`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Host"][];
                        /** @description Ask for the next page with it as `cursor`; null on the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Host"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginMaintenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Firmware upgrade"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endMaintenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHostReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostReport"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevices: {
        parameters: {
            query?: {
                /** @description How many are answered at most. */
                limit?: number;
                /** @description What the page before this one gave as `next`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Device"][];
                        /** @description Ask for the next page with it as `cursor`; null on the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNamedDevices: {
        parameters: {
            query?: {
                /** @description How many are answered at most. */
                limit?: number;
                /** @description What the page before this one gave as `next`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            rules: {
                                longestHours: number;
                                daysAhead: number;
                                /** @enum {string} */
                                atEnd: "warn" | "shut-down" | "move";
                                /** @default null */
                                moveTo: string | null;
                            } | null;
                            places: number;
                            askedBy: {
                                /** @description libvirt's UUID of the VM. */
                                vmId: string;
                                name: string;
                            }[];
                            bookings: {
                                /** Format: uuid */
                                bookingId: string;
                                name: string;
                                from: number;
                                to: number;
                                isOver: boolean;
                                isMine: boolean;
                                holder: string | null;
                                vm: {
                                    /** @description libvirt's UUID of the VM. */
                                    vmId: string;
                                    name: string;
                                } | null;
                                mayChange: boolean;
                            }[];
                            queue: {
                                waitingId: number;
                                isMine: boolean;
                                holder: string | null;
                                hours: number;
                                mayEnd: boolean;
                                vm: {
                                    /** @description libvirt's UUID of the VM. */
                                    vmId: string;
                                    name: string;
                                } | null;
                                /** @description When; Unix time in milliseconds. */
                                turnAt: number | null;
                            }[];
                        }[];
                        /** @description Ask for the next page with it as `cursor`; null on the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setBookingRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rules": {
                 *         "longestHours": 24,
                 *         "daysAhead": 14,
                 *         "atEnd": "move",
                 *         "moveTo": "any RTX 3090"
                 *       }
                 *     }
                 */
                "application/json": {
                    rules: {
                        longestHours: number;
                        daysAhead: number;
                        /** @enum {string} */
                        atEnd: "warn" | "shut-down" | "move";
                        /** @default null */
                        moveTo?: string | null;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBookings: {
        parameters: {
            query?: {
                /** @description How many are answered at most. */
                limit?: number;
                /** @description What the page before this one gave as `next`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            bookingId: string;
                            name: string;
                            from: number;
                            to: number;
                            isOver: boolean;
                            isMine: boolean;
                            holder: string | null;
                            vm: {
                                /** @description libvirt's UUID of the VM. */
                                vmId: string;
                                name: string;
                            } | null;
                            mayChange: boolean;
                        }[];
                        /** @description Ask for the next page with it as `cursor`; null on the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bookDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "any RTX 4090",
                 *       "from": 1796169600000,
                 *       "hours": 4,
                 *       "vmId": null,
                 *       "userId": null
                 *     }
                 */
                "application/json": {
                    name: string;
                    from: number;
                    hours: number;
                    /** @description libvirt's UUID of the VM. */
                    vmId: string | null;
                    userId: string | null;
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        bookingId: string;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hours": 2
                 *     }
                 */
                "application/json": {
                    hours: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handOverBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "userName": "vera"
                 *     }
                 */
                "application/json": {
                    userName: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waitForDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "any RTX 4090",
                 *       "hours": 4,
                 *       "vmId": null
                 *     }
                 */
                "application/json": {
                    name: string;
                    hours: number;
                    /** @description libvirt's UUID of the VM. */
                    vmId: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveBookingQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                waitingId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBoot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unable: string | null;
                        bootId: string | null;
                        restartPending: boolean;
                        changes: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            /** @description When; Unix time in milliseconds. */
                            at: number;
                            by: string;
                            /** @enum {string} */
                            state: "applying" | "waiting" | "running" | "verified" | "tried" | "incomplete" | "undone" | "kept";
                            files: {
                                file: string;
                                before: string | null;
                                after: string | null;
                            }[];
                            commands: string[][];
                            findings: {
                                what: string;
                                /** @enum {string} */
                                status: "pass" | "fail" | "unknown";
                                detail: string;
                            }[];
                            nextStart: {
                                files: string[];
                                unknown: string | null;
                                change: {
                                    /** @default [] */
                                    add: string[];
                                    /** @default [] */
                                    remove: string[];
                                    /** @default [] */
                                    addIds: string[];
                                    /** @default [] */
                                    removeIds: string[];
                                    /** @default null */
                                    hugePages: {
                                        size: string;
                                        count: number;
                                    } | null;
                                    /** @default [] */
                                    vfioAddresses: string[];
                                    /** @default [] */
                                    returnAddresses: string[];
                                    /**
                                     * @description At most 8192 bytes as JSON.
                                     * @default {}
                                     */
                                    overrides: {
                                        [key: string]: string;
                                    };
                                    /** @default false */
                                    earlyVfio: boolean;
                                    /** @default [] */
                                    loadModules: string[];
                                    /** @default [] */
                                    removeModules: string[];
                                    /** @default [] */
                                    softdeps: string[];
                                    /** @default [] */
                                    blacklist: string[];
                                    /** @default [] */
                                    unblacklist: string[];
                                    /** @default null */
                                    target: ("graphical" | "multi-user") | null;
                                    /** @default false */
                                    restoreGrubStub: boolean;
                                    /** @default null */
                                    lookingGlass: {
                                        /** @enum {string} */
                                        memory: "shm" | "kvmfr";
                                        mebibytes: number;
                                        user: string;
                                    } | null;
                                };
                            } | null;
                            trial: boolean;
                            undoes: string | null;
                            notUndoable: string | null;
                        }[];
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planChangeBoot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "change": {
                 *         "add": [
                 *           "iommu=pt"
                 *         ],
                 *         "vfioAddresses": [
                 *           "0000:01:00.0"
                 *         ],
                 *         "earlyVfio": true
                 *       },
                 *       "way": "at-once"
                 *     }
                 */
                "application/json": {
                    change: {
                        /** @default [] */
                        add?: string[];
                        /** @default [] */
                        remove?: string[];
                        /** @default [] */
                        addIds?: string[];
                        /** @default [] */
                        removeIds?: string[];
                        /** @default null */
                        hugePages?: {
                            size: string;
                            count: number;
                        } | null;
                        /** @default [] */
                        vfioAddresses?: string[];
                        /** @default [] */
                        returnAddresses?: string[];
                        /**
                         * @description At most 8192 bytes as JSON.
                         * @default {}
                         */
                        overrides?: {
                            [key: string]: string;
                        };
                        /** @default false */
                        earlyVfio?: boolean;
                        /** @default [] */
                        loadModules?: string[];
                        /** @default [] */
                        removeModules?: string[];
                        /** @default [] */
                        softdeps?: string[];
                        /** @default [] */
                        blacklist?: string[];
                        /** @default [] */
                        unblacklist?: string[];
                        /** @default null */
                        target?: ("graphical" | "multi-user") | null;
                        /** @default false */
                        restoreGrubStub?: boolean;
                        /** @default null */
                        lookingGlass?: {
                            /** @enum {string} */
                            memory: "shm" | "kvmfr";
                            mebibytes: number;
                            user: string;
                        } | null;
                    };
                    /**
                     * @default at-once
                     * @enum {string}
                     */
                    way?: "at-once" | "trial";
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: string;
                        kind: string;
                        steps: {
                            title: string;
                            effect: string;
                            risk: string | null;
                            undo: string | null;
                        }[];
                        /** @description What has to be known before, the gravest first. */
                        warnings: string[];
                        quotas?: string[];
                        /** @description Why the plan can't be carried out; null where it can. */
                        refusal: string | null;
                        /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                        fingerprint: string;
                        files: {
                            file: string;
                            before: string | null;
                            after: string;
                        }[];
                        commands: string[][];
                        script: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeBoot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "change": {
                 *         "add": [
                 *           "iommu=pt"
                 *         ],
                 *         "vfioAddresses": [
                 *           "0000:01:00.0"
                 *         ],
                 *         "earlyVfio": true
                 *       },
                 *       "way": "at-once",
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    change: {
                        /** @default [] */
                        add?: string[];
                        /** @default [] */
                        remove?: string[];
                        /** @default [] */
                        addIds?: string[];
                        /** @default [] */
                        removeIds?: string[];
                        /** @default null */
                        hugePages?: {
                            size: string;
                            count: number;
                        } | null;
                        /** @default [] */
                        vfioAddresses?: string[];
                        /** @default [] */
                        returnAddresses?: string[];
                        /**
                         * @description At most 8192 bytes as JSON.
                         * @default {}
                         */
                        overrides?: {
                            [key: string]: string;
                        };
                        /** @default false */
                        earlyVfio?: boolean;
                        /** @default [] */
                        loadModules?: string[];
                        /** @default [] */
                        removeModules?: string[];
                        /** @default [] */
                        softdeps?: string[];
                        /** @default [] */
                        blacklist?: string[];
                        /** @default [] */
                        unblacklist?: string[];
                        /** @default null */
                        target?: ("graphical" | "multi-user") | null;
                        /** @default false */
                        restoreGrubStub?: boolean;
                        /** @default null */
                        lookingGlass?: {
                            /** @enum {string} */
                            memory: "shm" | "kvmfr";
                            mebibytes: number;
                            user: string;
                        } | null;
                    };
                    /**
                     * @default at-once
                     * @enum {string}
                     */
                    way?: "at-once" | "trial";
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planUndoBootChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changeId": "5f6f2a0e-6b7c-4a55-9a37-0d6a5e1cabcd"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    changeId: string;
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoBootChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changeId": "5f6f2a0e-6b7c-4a55-9a37-0d6a5e1cabcd",
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    changeId: string;
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planKeepBootTrial: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changeId": "5f6f2a0e-6b7c-4a55-9a37-0d6a5e1cabcd"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    changeId: string;
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepBootTrial: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changeId": "5f6f2a0e-6b7c-4a55-9a37-0d6a5e1cabcd",
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    changeId: string;
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planReturnDevices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "addresses": [
                 *         "0000:01:00.0"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description IP addresses, by DHCP leases or the guest agent. */
                    addresses: string[];
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnDevices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "addresses": [
                 *         "0000:01:00.0"
                 *       ],
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    /** @description IP addresses, by DHCP leases or the guest agent. */
                    addresses: string[];
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planRestart: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restartHost: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bootId: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVms: {
        parameters: {
            query?: {
                /** @description How many are answered at most. */
                limit?: number;
                /** @description What the page before this one gave as `next`. */
                cursor?: string;
                /** @description A host's id, as in the addresses of its pages. */
                hostId?: string;
                state?: "running" | "paused" | "shutting-down" | "off" | "crashed" | "suspended" | "unknown";
                name?: string;
                tag?: string;
                folder?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Vm"][];
                        /** @description Ask for the next page with it as `cursor`; null on the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vm"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteVm: {
        parameters: {
            query: {
                /** @description Which of its disks are deleted with it, by their targets, such as vda. */
                deleteDisks?: string[];
                /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                fingerprint: string;
            };
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVmXml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        xml: string;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportVm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
                format: "proxmox" | "kubevirt";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: string;
                        fileName: string;
                        notes: string[];
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shutDownVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What has to be known besides; null for nothing. */
                        told: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forceOffVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What has to be known besides; null for nothing. */
                        told: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rebootVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What has to be known besides; null for nothing. */
                        told: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What has to be known besides; null for nothing. */
                        told: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What has to be known besides; null for nothing. */
                        told: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What has to be known besides; null for nothing. */
                        told: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    labelVm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "add": [
                 *         "production"
                 *       ],
                 *       "remove": [
                 *         "trial"
                 *       ],
                 *       "folder": "Web/Production"
                 *     }
                 */
                "application/json": {
                    /** @default [] */
                    add?: string[];
                    /** @default [] */
                    remove?: string[];
                    folder?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "web-2"
                 *     }
                 */
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setVmAutostart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "autostart": true
                 *     }
                 */
                "application/json": {
                    /** @description Whether it is started with its host. */
                    autostart: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planChangeHardware: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "edit": {
                 *         "act": "boot",
                 *         "from": [],
                 *         "to": []
                 *       },
                 *       "alsoLive": false
                 *     }
                 */
                "application/json": {
                    edit: {
                        /** @constant */
                        act: "add";
                        /** @enum {string} */
                        kind: "disk" | "drive" | "network" | "host-nic" | "pci" | "mdev" | "usb" | "scsi-device" | "screen" | "video" | "sound" | "audio" | "input" | "serial" | "console" | "channel" | "tpm" | "folder" | "watchdog" | "rng" | "balloon" | "vsock" | "shared-memory" | "redirection" | "smart-card" | "panic" | "memory-module" | "iommu" | "controller";
                        /** @description At most 262144 bytes as JSON. */
                        values: {
                            [key: string]: string | null;
                        };
                        newVolume: {
                            /** @description The storage pool's name. */
                            pool: string;
                            /** @description The volume's name in its pool. */
                            volume: string & (unknown & unknown);
                            /** @description In bytes. */
                            bytes: number;
                            /**
                             * @default qcow2
                             * @enum {string}
                             */
                            format?: "qcow2" | "raw";
                        } | null;
                    } | {
                        /** @constant */
                        act: "change";
                        key: string;
                        /** @description At most 262144 bytes as JSON. */
                        from: {
                            [key: string]: string | null;
                        };
                        /** @description At most 262144 bytes as JSON. */
                        to: {
                            [key: string]: string | null;
                        };
                    } | {
                        /** @constant */
                        act: "remove";
                        key: string;
                        digest: string;
                    } | {
                        /** @constant */
                        act: "usb-ports";
                        from: string[];
                        to: string[];
                    } | {
                        /** @constant */
                        act: "named-devices";
                        from: string[];
                        to: string[];
                    } | {
                        /** @constant */
                        act: "boot";
                        from: string[];
                        to: string[];
                    } | {
                        /** @constant */
                        act: "remove-looking-glass";
                    };
                    alsoLive: boolean;
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeHardware: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "edit": {
                 *         "act": "boot",
                 *         "from": [],
                 *         "to": []
                 *       },
                 *       "alsoLive": false,
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    edit: {
                        /** @constant */
                        act: "add";
                        /** @enum {string} */
                        kind: "disk" | "drive" | "network" | "host-nic" | "pci" | "mdev" | "usb" | "scsi-device" | "screen" | "video" | "sound" | "audio" | "input" | "serial" | "console" | "channel" | "tpm" | "folder" | "watchdog" | "rng" | "balloon" | "vsock" | "shared-memory" | "redirection" | "smart-card" | "panic" | "memory-module" | "iommu" | "controller";
                        /** @description At most 262144 bytes as JSON. */
                        values: {
                            [key: string]: string | null;
                        };
                        newVolume: {
                            /** @description The storage pool's name. */
                            pool: string;
                            /** @description The volume's name in its pool. */
                            volume: string & (unknown & unknown);
                            /** @description In bytes. */
                            bytes: number;
                            /**
                             * @default qcow2
                             * @enum {string}
                             */
                            format?: "qcow2" | "raw";
                        } | null;
                    } | {
                        /** @constant */
                        act: "change";
                        key: string;
                        /** @description At most 262144 bytes as JSON. */
                        from: {
                            [key: string]: string | null;
                        };
                        /** @description At most 262144 bytes as JSON. */
                        to: {
                            [key: string]: string | null;
                        };
                    } | {
                        /** @constant */
                        act: "remove";
                        key: string;
                        digest: string;
                    } | {
                        /** @constant */
                        act: "usb-ports";
                        from: string[];
                        to: string[];
                    } | {
                        /** @constant */
                        act: "named-devices";
                        from: string[];
                        to: string[];
                    } | {
                        /** @constant */
                        act: "boot";
                        from: string[];
                        to: string[];
                    } | {
                        /** @constant */
                        act: "remove-looking-glass";
                    };
                    alsoLive: boolean;
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planChangeVmMedium: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "drive": "sda",
                 *       "medium": {
                 *         "pool": "images",
                 *         "volume": "debian.iso"
                 *       }
                 *     }
                 */
                "application/json": {
                    drive: string;
                    medium: {
                        /** @description The storage pool's name. */
                        pool: string;
                        /** @description The storage pool's name. */
                        volume: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeVmMedium: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "drive": "sda",
                 *       "medium": {
                 *         "pool": "images",
                 *         "volume": "debian.iso"
                 *       },
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    drive: string;
                    medium: {
                        /** @description The storage pool's name. */
                        pool: string;
                        /** @description The storage pool's name. */
                        volume: string;
                    } | null;
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planMigrateVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "targetHostId": "atlas"
                 *     }
                 */
                "application/json": {
                    targetHostId: string;
                    /** @default [] */
                    pools?: {
                        target: string;
                        /** @description The storage pool's name. */
                        pool: string;
                    }[];
                    /** @default [] */
                    cards?: {
                        from: string;
                        to: string;
                    }[];
                    /** @default {} */
                    options?: {
                        /** @default null */
                        bandwidthMiB?: number | null;
                        /** @default true */
                        autoConverge?: boolean;
                        /** @default false */
                        postCopy?: boolean;
                        /** @default false */
                        tls?: boolean;
                        /** @default false */
                        keepDisks?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plan: components["schemas"]["Plan"];
                        live: boolean;
                        disks: {
                            target: string;
                            source: string;
                            /** @enum {string} */
                            fate: "shared" | "medium-there" | "copied" | "stuck";
                            /** @description The storage pool's name. */
                            pool: string | null;
                        }[];
                        cards: {
                            address: string;
                            label: string;
                            equals: {
                                address: string;
                                label: string;
                            }[];
                            to: string | null;
                        }[];
                        findings: {
                            /** @enum {string} */
                            weight: "fail" | "warn";
                            message: string;
                            fix: string;
                        }[];
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    migrateVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "targetHostId": "atlas",
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    targetHostId: string;
                    /** @default [] */
                    pools?: {
                        target: string;
                        /** @description The storage pool's name. */
                        pool: string;
                    }[];
                    /** @default [] */
                    cards?: {
                        from: string;
                        to: string;
                    }[];
                    /** @default {} */
                    options?: {
                        /** @default null */
                        bandwidthMiB?: number | null;
                        /** @default true */
                        autoConverge?: boolean;
                        /** @default false */
                        postCopy?: boolean;
                        /** @default false */
                        tls?: boolean;
                        /** @default false */
                        keepDisks?: boolean;
                    };
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    steerMigration: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "steering": {
                 *         "kind": "bandwidth",
                 *         "bandwidthMiB": 100
                 *       }
                 *     }
                 */
                "application/json": {
                    steering: {
                        /** @constant */
                        kind: "bandwidth";
                        bandwidthMiB: number;
                    } | {
                        /** @constant */
                        kind: "downtime";
                        /** @description In milliseconds. */
                        downtimeMs: number;
                    } | {
                        /** @constant */
                        kind: "post-copy";
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planVmDeletion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "deleteDisks": [
                 *         "vda"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Which of its disks are deleted with it, by their targets, such as vda. */
                    deleteDisks: string[];
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planBindDevices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "act": "reserve",
                 *       "addresses": [
                 *         "0000:01:00.0",
                 *         "0000:01:00.1"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    act: "reserve" | "return";
                    /** @description IP addresses, by DHCP leases or the guest agent. */
                    addresses: string[];
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bindDevices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "act": "reserve",
                 *       "addresses": [
                 *         "0000:01:00.0",
                 *         "0000:01:00.1"
                 *       ],
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    act: "reserve" | "return";
                    /** @description IP addresses, by DHCP leases or the guest agent. */
                    addresses: string[];
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planAttachDevices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "addresses": [
                 *         "0000:01:00.0",
                 *         "0000:01:00.1"
                 *       ],
                 *       "options": {}
                 *     }
                 */
                "application/json": {
                    /** @description IP addresses, by DHCP leases or the guest agent. */
                    addresses: string[];
                    options: {
                        rom?: {
                            /** @constant */
                            kind: "none";
                        } | {
                            /** @constant */
                            kind: "file";
                            path: string;
                        } | {
                            /** @constant */
                            kind: "off";
                        };
                        primaryDisplay?: boolean;
                        bootOrder?: number | null;
                        guestAddress?: string | null;
                        quirks?: ("nvidia-error-43" | "mobile-gpu-battery" | "intel-igd-opregion" | "intel-igd-memory" | "intel-igd-legacy" | "no-hot-plug" | "amd-reset")[];
                        /** Format: starts_with */
                        batteryTable?: string;
                    };
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attachDevices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "addresses": [
                 *         "0000:01:00.0",
                 *         "0000:01:00.1"
                 *       ],
                 *       "options": {},
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    /** @description IP addresses, by DHCP leases or the guest agent. */
                    addresses: string[];
                    options: {
                        rom?: {
                            /** @constant */
                            kind: "none";
                        } | {
                            /** @constant */
                            kind: "file";
                            path: string;
                        } | {
                            /** @constant */
                            kind: "off";
                        };
                        primaryDisplay?: boolean;
                        bootOrder?: number | null;
                        guestAddress?: string | null;
                        quirks?: ("nvidia-error-43" | "mobile-gpu-battery" | "intel-igd-opregion" | "intel-igd-memory" | "intel-igd-legacy" | "no-hot-plug" | "amd-reset")[];
                        /** Format: starts_with */
                        batteryTable?: string;
                    };
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planDetachDevices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "addresses": [
                 *         "0000:01:00.0",
                 *         "0000:01:00.1"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description IP addresses, by DHCP leases or the guest agent. */
                    addresses: string[];
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    detachDevices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "addresses": [
                 *         "0000:01:00.0",
                 *         "0000:01:00.1"
                 *       ],
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    /** @description IP addresses, by DHCP leases or the guest agent. */
                    addresses: string[];
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planCheckDevices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkDevices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the VM. */
                vmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "request": {
                 *         "source": {
                 *           "kind": "xml",
                 *           "xml": "<domain type=\"kvm\"><name>web-1</name><memory unit=\"GiB\">2</memory><vcpu>2</vcpu><os><type>hvm</type></os></domain>"
                 *         },
                 *         "start": false
                 *       }
                 *     }
                 */
                "application/json": {
                    request: {
                        source: {
                            /** @constant */
                            kind: "specification";
                            /** @description At most 1048576 bytes as JSON. */
                            specification: {
                                name: string;
                                /** @default null */
                                title?: string | null;
                                /** @default null */
                                operatingSystem?: string | null;
                                /**
                                 * @default q35
                                 * @enum {string}
                                 */
                                machine?: "q35" | "i440fx" | "virt";
                                /**
                                 * @default automatic
                                 * @enum {string}
                                 */
                                domainType?: "automatic" | "kvm" | "qemu";
                                /** @default {} */
                                cpu?: {
                                    /**
                                     * @default {
                                     *       "kind": "host-passthrough"
                                     *     }
                                     */
                                    model?: {
                                        /** @constant */
                                        kind: "host-passthrough";
                                    } | {
                                        /** @constant */
                                        kind: "host-model";
                                    } | {
                                        /** @constant */
                                        kind: "maximum";
                                    } | {
                                        /** @constant */
                                        kind: "named";
                                        name: string;
                                    };
                                    /** @default 1 */
                                    sockets?: number;
                                    /** @default 2 */
                                    cores?: number;
                                    /** @default 1 */
                                    threads?: number;
                                    /** @default [] */
                                    pins?: {
                                        vcpu: number;
                                        cpus: string;
                                    }[];
                                    /** @default null */
                                    emulatorCpus?: string | null;
                                    /** @default [] */
                                    iothreadPins?: {
                                        iothread: number;
                                        cpus: string;
                                    }[];
                                };
                                /** @default {} */
                                memory?: {
                                    /**
                                     * @description In bytes.
                                     * @default 4294967296
                                     */
                                    bytes?: number;
                                    /**
                                     * @description In bytes.
                                     * @default null
                                     */
                                    hugepageBytes?: number | null;
                                    /** @default false */
                                    locked?: boolean;
                                    /** @default null */
                                    numa?: {
                                        /** @enum {string} */
                                        mode: "strict" | "preferred" | "interleave";
                                        nodes: string;
                                    } | null;
                                    /** @default true */
                                    balloon?: boolean;
                                };
                                /**
                                 * @default {
                                 *       "kind": "uefi",
                                 *       "secureBoot": false
                                 *     }
                                 */
                                firmware?: {
                                    /** @constant */
                                    kind: "bios";
                                } | {
                                    /** @constant */
                                    kind: "uefi";
                                    /** @default false */
                                    secureBoot?: boolean;
                                } | {
                                    /** @constant */
                                    kind: "rom-file";
                                    path: string;
                                } | {
                                    /** @constant */
                                    kind: "flash-files";
                                    code: string;
                                    variablesTemplate: string;
                                    /** @default false */
                                    secureBoot?: boolean;
                                };
                                /** @default null */
                                tpm?: {
                                    /**
                                     * @default tpm-crb
                                     * @enum {string}
                                     */
                                    model?: "tpm-crb" | "tpm-tis";
                                } | null;
                                /** @default {} */
                                features?: {
                                    /** @default [] */
                                    hyperv?: ("relaxed" | "vapic" | "spinlocks" | "vpindex" | "runtime" | "synic" | "stimer" | "reset" | "frequencies" | "reenlightenment" | "tlbflush" | "ipi")[];
                                    /** @default null */
                                    hypervisorName?: string | null;
                                    /** @default false */
                                    hideKvm?: boolean;
                                    /** @default false */
                                    kernelIrqchip?: boolean;
                                    /** @default false */
                                    vmport?: boolean;
                                    /** @default null */
                                    suspendToMemory?: boolean | null;
                                    /** @default null */
                                    suspendToDisk?: boolean | null;
                                };
                                /** @default {} */
                                clock?: {
                                    /**
                                     * @default utc
                                     * @enum {string}
                                     */
                                    offset?: "utc" | "localtime";
                                    /** @default false */
                                    hypervClock?: boolean;
                                };
                                /** @default [] */
                                disks?: {
                                    source: {
                                        /** @description The storage pool's name. */
                                        pool: string;
                                        /** @description The volume's name in its pool. */
                                        volume: string & (unknown & unknown);
                                        /** @description In bytes. */
                                        bytes: number;
                                        /**
                                         * @default qcow2
                                         * @enum {string}
                                         */
                                        format?: "qcow2" | "raw";
                                        /** @constant */
                                        kind: "new-volume";
                                        /** @default null */
                                        copyOf?: {
                                            /** @description The storage pool's name. */
                                            pool: string;
                                            /** @description The storage pool's name. */
                                            volume: string;
                                        } | null;
                                    } | {
                                        /** @constant */
                                        kind: "volume";
                                        /** @description The storage pool's name. */
                                        pool: string;
                                        /** @description The storage pool's name. */
                                        volume: string;
                                        /** @enum {string} */
                                        format: "qcow2" | "raw";
                                    } | {
                                        /** @constant */
                                        kind: "file";
                                        path: string;
                                        /** @enum {string} */
                                        format: "qcow2" | "raw";
                                    } | {
                                        /** @constant */
                                        kind: "block";
                                        path: string;
                                    };
                                    /**
                                     * @default virtio
                                     * @enum {string}
                                     */
                                    bus?: "virtio" | "scsi" | "sata" | "ide" | "usb";
                                    /**
                                     * @default default
                                     * @enum {string}
                                     */
                                    cache?: "default" | "none" | "writethrough" | "writeback" | "directsync" | "unsafe";
                                    /**
                                     * @default default
                                     * @enum {string}
                                     */
                                    io?: "default" | "threads" | "native" | "io_uring";
                                    /** @default null */
                                    iothread?: number | null;
                                    /**
                                     * @default default
                                     * @enum {string}
                                     */
                                    discard?: "default" | "unmap" | "ignore";
                                    /** @default null */
                                    serial?: string | null;
                                    /** @default false */
                                    readOnly?: boolean;
                                    /** @default null */
                                    bootOrder?: number | null;
                                }[];
                                /** @default [] */
                                opticalDrives?: {
                                    source: ({
                                        /** @constant */
                                        kind: "file";
                                        path: string;
                                    } | {
                                        /** @constant */
                                        kind: "volume";
                                        /** @description The storage pool's name. */
                                        pool: string;
                                        /** @description The storage pool's name. */
                                        volume: string;
                                    }) | null;
                                    /** @default null */
                                    bus?: ("sata" | "ide" | "scsi" | "usb") | null;
                                    /** @default null */
                                    bootOrder?: number | null;
                                }[];
                                /** @default [] */
                                networks?: {
                                    source: {
                                        /** @constant */
                                        kind: "network";
                                        /** @description The storage pool's name. */
                                        network: string;
                                    } | {
                                        /** @constant */
                                        kind: "bridge";
                                        bridge: string;
                                    } | {
                                        /** @constant */
                                        kind: "macvtap";
                                        device: string;
                                        /**
                                         * @default bridge
                                         * @enum {string}
                                         */
                                        mode?: "bridge" | "vepa" | "private" | "passthrough";
                                    };
                                    /**
                                     * @default virtio
                                     * @enum {string}
                                     */
                                    model?: "virtio" | "e1000e" | "e1000" | "rtl8139";
                                    /** @default null */
                                    mac?: string | null;
                                    /** @default null */
                                    filter?: string | null;
                                    /** @default null */
                                    bootOrder?: number | null;
                                }[];
                                /** @default [] */
                                cards?: {
                                    functions: {
                                        address: string;
                                        class?: string;
                                        vendorId?: string;
                                        deviceId?: string;
                                        subsystem?: string | null;
                                        serialNumber?: string | null;
                                        label?: string | null;
                                    }[];
                                    /** @default {} */
                                    options?: {
                                        rom?: {
                                            /** @constant */
                                            kind: "none";
                                        } | {
                                            /** @constant */
                                            kind: "file";
                                            path: string;
                                        } | {
                                            /** @constant */
                                            kind: "off";
                                        };
                                        primaryDisplay?: boolean;
                                        bootOrder?: number | null;
                                        guestAddress?: string | null;
                                        quirks?: ("nvidia-error-43" | "mobile-gpu-battery" | "intel-igd-opregion" | "intel-igd-memory" | "intel-igd-legacy" | "no-hot-plug" | "amd-reset")[];
                                        /** Format: starts_with */
                                        batteryTable?: string;
                                    };
                                }[];
                                /** @default [] */
                                usbDevices?: ({
                                    /** @constant */
                                    kind: "product";
                                    vendorId: string;
                                    productId: string;
                                } | {
                                    /** @constant */
                                    kind: "port";
                                    port: string;
                                } | {
                                    /** @constant */
                                    kind: "place";
                                    bus: number;
                                    device: number;
                                })[];
                                /** @default [] */
                                namedDevices?: string[];
                                /**
                                 * @default {
                                 *       "kind": "vnc"
                                 *     }
                                 */
                                graphics?: {
                                    /** @constant */
                                    kind: "none";
                                } | {
                                    /** @constant */
                                    kind: "vnc";
                                    /**
                                     * @default socket
                                     * @enum {string}
                                     */
                                    listen?: "loopback" | "socket";
                                    /** @default false */
                                    gl?: boolean;
                                } | {
                                    /** @constant */
                                    kind: "spice";
                                    /**
                                     * @default loopback
                                     * @enum {string}
                                     */
                                    listen?: "loopback" | "socket";
                                    /** @default false */
                                    gl?: boolean;
                                };
                                /** @default null */
                                video?: ("virtio" | "qxl" | "vga" | "bochs" | "cirrus" | "none") | null;
                                /** @default true */
                                tablet?: boolean;
                                /** @default true */
                                serialConsole?: boolean;
                                /** @default true */
                                guestAgent?: boolean;
                                /** @default null */
                                sound?: ("ich9" | "ich6" | "ac97") | null;
                                /** @default null */
                                watchdog?: {
                                    /**
                                     * @default i6300esb
                                     * @enum {string}
                                     */
                                    model?: "i6300esb" | "ib700";
                                    /**
                                     * @default reset
                                     * @enum {string}
                                     */
                                    action?: "reset" | "shutdown" | "poweroff" | "pause" | "none";
                                } | null;
                                /** @default true */
                                randomness?: boolean;
                                /** @default [] */
                                sharedFolders?: {
                                    path: string;
                                    tag: string;
                                }[];
                                /** @default null */
                                lookingGlass?: {
                                    mebibytes: number;
                                    /** @enum {string} */
                                    memory: "shm" | "kvmfr";
                                    /** @enum {string} */
                                    video: "none" | "vga" | "keep";
                                    spice: boolean;
                                } | null;
                                /** @default null */
                                hostInputs?: {
                                    devices: {
                                        path: string;
                                        keyboard: boolean;
                                    }[];
                                    /** @enum {string} */
                                    toggle: "ctrl-ctrl" | "alt-alt" | "shift-shift" | "meta-meta" | "scrolllock" | "ctrl-scrolllock";
                                } | null;
                                /** @default [] */
                                furtherDevices?: {
                                    /** @enum {string} */
                                    kind: "disk" | "drive" | "network" | "host-nic" | "pci" | "mdev" | "usb" | "scsi-device" | "screen" | "video" | "sound" | "audio" | "input" | "serial" | "console" | "channel" | "tpm" | "folder" | "watchdog" | "rng" | "balloon" | "vsock" | "shared-memory" | "redirection" | "smart-card" | "panic" | "memory-module" | "iommu" | "controller";
                                    values: {
                                        [key: string]: string | null;
                                    };
                                }[];
                            };
                            /** @default null */
                            cloudInit?: ({
                                /** @constant */
                                kind: "settings";
                                /** @description The storage pool's name. */
                                pool: string;
                                /** @description At most 1048576 bytes as JSON. */
                                settings: {
                                    instanceId: string;
                                    hostname: string;
                                    users: {
                                        name: string;
                                        /** @default null */
                                        passwordHash?: string | null;
                                        /** @default [] */
                                        sshKeys?: string[];
                                        /** @default true */
                                        sudo?: boolean;
                                        /** @default null */
                                        shell?: string | null;
                                    }[];
                                    /** @default false */
                                    passwordLogin?: boolean;
                                    /** @default [] */
                                    packages?: string[];
                                    /** @default false */
                                    upgrade?: boolean;
                                    /** @default null */
                                    timezone?: string | null;
                                    /**
                                     * @default {
                                     *       "kind": "image"
                                     *     }
                                     */
                                    network?: {
                                        /** @constant */
                                        kind: "image";
                                    } | {
                                        /** @constant */
                                        kind: "nics";
                                        nics: {
                                            /**
                                             * @default {
                                             *       "kind": "none"
                                             *     }
                                             */
                                            ipv4?: {
                                                /** @constant */
                                                kind: "none";
                                            } | {
                                                /** @constant */
                                                kind: "dhcp";
                                            } | {
                                                /** @constant */
                                                kind: "static";
                                                /** @description IP addresses, by DHCP leases or the guest agent. */
                                                addresses: string[];
                                                /** @default null */
                                                gateway?: string | null;
                                            };
                                            /**
                                             * @default {
                                             *       "kind": "none"
                                             *     }
                                             */
                                            ipv6?: {
                                                /** @constant */
                                                kind: "none";
                                            } | {
                                                /** @constant */
                                                kind: "dhcp";
                                            } | {
                                                /** @constant */
                                                kind: "static";
                                                /** @description IP addresses, by DHCP leases or the guest agent. */
                                                addresses: string[];
                                                /** @default null */
                                                gateway?: string | null;
                                            };
                                            /** @default [] */
                                            nameServers?: (string)[];
                                            /** @default [] */
                                            searchDomains?: string[];
                                        }[];
                                    };
                                };
                            } | {
                                /** @constant */
                                kind: "files";
                                /** @description The storage pool's name. */
                                pool: string;
                                files: {
                                    "user-data": string;
                                    "meta-data": string;
                                    "network-config": string | null;
                                };
                            }) | null;
                            /** @default null */
                            answers?: ({
                                /** @constant */
                                kind: "windows";
                                settings: {
                                    /** @enum {string} */
                                    version: "w11" | "w10" | "2k25" | "2k22" | "2k19";
                                    edition: string | null;
                                    productKey: string | null;
                                    language: string;
                                    keyboard: string;
                                    timeZone: string;
                                    computerName: string;
                                    account: string;
                                    password: string;
                                    drivers: boolean;
                                    remoteDesktop: boolean;
                                    guestAgent: boolean;
                                };
                                /** @description The storage pool's name. */
                                pool: string;
                            } | {
                                /** @constant */
                                kind: "linux";
                                /** @enum {string} */
                                installer: "preseed" | "kickstart" | "autoinstall";
                                /** @description At most 262144 bytes as JSON. */
                                settings: {
                                    user: string;
                                    passwordHash: string;
                                    sshKeys: string[];
                                    hostname: string;
                                    language: string;
                                    keyboard: string;
                                    timeZone: string;
                                    /** @enum {string} */
                                    disk: "lvm" | "plain";
                                    packages: string[];
                                    guestAgent: boolean;
                                    network: {
                                        /** @constant */
                                        kind: "dhcp";
                                    } | {
                                        /** @constant */
                                        kind: "static";
                                        /** Format: cidrv4 */
                                        address: string;
                                        /** Format: ipv4 */
                                        gateway: string;
                                        nameServers: string[];
                                    };
                                };
                                /** @description The storage pool's name. */
                                pool: string;
                            } | {
                                /** @constant */
                                kind: "files";
                                /** @enum {string} */
                                installer: "windows" | "preseed" | "kickstart" | "autoinstall";
                                /** @description The storage pool's name. */
                                pool: string;
                                /** @description At most 2097152 bytes as JSON. */
                                files: {
                                    name: string;
                                    content: string;
                                }[];
                            }) | null;
                        } | {
                            /** @constant */
                            kind: "xml";
                            xml: string;
                            /** @default null */
                            name?: string | null;
                        } | {
                            /** @constant */
                            kind: "clone";
                            /**
                             * Format: uuid
                             * @description libvirt's UUID of the VM.
                             */
                            vmId: string;
                            /** @default null */
                            fromHostId?: string | null;
                            name: string;
                            /** @default [] */
                            disks?: ({
                                /** @constant */
                                how: "copy";
                                target: string;
                                /** @description The storage pool's name. */
                                pool: string;
                                /** @description The volume's name in its pool. */
                                volume: string & (unknown & unknown);
                            } | {
                                /** @constant */
                                how: "share";
                                target: string;
                            } | {
                                /** @constant */
                                how: "none";
                                target: string;
                            })[];
                            /** @default true */
                            newIdentities?: boolean;
                        };
                        /** @default false */
                        start?: boolean;
                    };
                    /** @default null */
                    owner?: {
                        /** @enum {string} */
                        kind: "user" | "group";
                        /** Format: uuid */
                        id: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plan: components["schemas"]["Plan"];
                        findings: {
                            /** @enum {string} */
                            code: "name-taken" | "no-kvm" | "memory" | "hugepages" | "numa-node" | "cpus" | "pinned-cpu" | "firmware" | "tpm" | "virtiofs" | "pool" | "disk-space" | "volume-taken" | "volume-missing" | "file-missing" | "disk-in-use" | "disk-format" | "network" | "named-devices" | "device-missing" | "device-in-use" | "device-blocked" | "device-risky" | "group" | "usb-device" | "mac-taken" | "network-config" | "definition" | "original-on" | "reach" | "desktop" | "installation" | "quota" | "maintenance";
                            /** @enum {string} */
                            weight: "fail" | "warn";
                            path: (string | number)[];
                            message: string;
                            fix: string;
                        }[];
                        xml: string;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "request": {
                 *         "source": {
                 *           "kind": "xml",
                 *           "xml": "<domain type=\"kvm\"><name>web-1</name><memory unit=\"GiB\">2</memory><vcpu>2</vcpu><os><type>hvm</type></os></domain>"
                 *         },
                 *         "start": false
                 *       }
                 *     }
                 */
                "application/json": {
                    request: {
                        source: {
                            /** @constant */
                            kind: "specification";
                            /** @description At most 1048576 bytes as JSON. */
                            specification: {
                                name: string;
                                /** @default null */
                                title?: string | null;
                                /** @default null */
                                operatingSystem?: string | null;
                                /**
                                 * @default q35
                                 * @enum {string}
                                 */
                                machine?: "q35" | "i440fx" | "virt";
                                /**
                                 * @default automatic
                                 * @enum {string}
                                 */
                                domainType?: "automatic" | "kvm" | "qemu";
                                /** @default {} */
                                cpu?: {
                                    /**
                                     * @default {
                                     *       "kind": "host-passthrough"
                                     *     }
                                     */
                                    model?: {
                                        /** @constant */
                                        kind: "host-passthrough";
                                    } | {
                                        /** @constant */
                                        kind: "host-model";
                                    } | {
                                        /** @constant */
                                        kind: "maximum";
                                    } | {
                                        /** @constant */
                                        kind: "named";
                                        name: string;
                                    };
                                    /** @default 1 */
                                    sockets?: number;
                                    /** @default 2 */
                                    cores?: number;
                                    /** @default 1 */
                                    threads?: number;
                                    /** @default [] */
                                    pins?: {
                                        vcpu: number;
                                        cpus: string;
                                    }[];
                                    /** @default null */
                                    emulatorCpus?: string | null;
                                    /** @default [] */
                                    iothreadPins?: {
                                        iothread: number;
                                        cpus: string;
                                    }[];
                                };
                                /** @default {} */
                                memory?: {
                                    /**
                                     * @description In bytes.
                                     * @default 4294967296
                                     */
                                    bytes?: number;
                                    /**
                                     * @description In bytes.
                                     * @default null
                                     */
                                    hugepageBytes?: number | null;
                                    /** @default false */
                                    locked?: boolean;
                                    /** @default null */
                                    numa?: {
                                        /** @enum {string} */
                                        mode: "strict" | "preferred" | "interleave";
                                        nodes: string;
                                    } | null;
                                    /** @default true */
                                    balloon?: boolean;
                                };
                                /**
                                 * @default {
                                 *       "kind": "uefi",
                                 *       "secureBoot": false
                                 *     }
                                 */
                                firmware?: {
                                    /** @constant */
                                    kind: "bios";
                                } | {
                                    /** @constant */
                                    kind: "uefi";
                                    /** @default false */
                                    secureBoot?: boolean;
                                } | {
                                    /** @constant */
                                    kind: "rom-file";
                                    path: string;
                                } | {
                                    /** @constant */
                                    kind: "flash-files";
                                    code: string;
                                    variablesTemplate: string;
                                    /** @default false */
                                    secureBoot?: boolean;
                                };
                                /** @default null */
                                tpm?: {
                                    /**
                                     * @default tpm-crb
                                     * @enum {string}
                                     */
                                    model?: "tpm-crb" | "tpm-tis";
                                } | null;
                                /** @default {} */
                                features?: {
                                    /** @default [] */
                                    hyperv?: ("relaxed" | "vapic" | "spinlocks" | "vpindex" | "runtime" | "synic" | "stimer" | "reset" | "frequencies" | "reenlightenment" | "tlbflush" | "ipi")[];
                                    /** @default null */
                                    hypervisorName?: string | null;
                                    /** @default false */
                                    hideKvm?: boolean;
                                    /** @default false */
                                    kernelIrqchip?: boolean;
                                    /** @default false */
                                    vmport?: boolean;
                                    /** @default null */
                                    suspendToMemory?: boolean | null;
                                    /** @default null */
                                    suspendToDisk?: boolean | null;
                                };
                                /** @default {} */
                                clock?: {
                                    /**
                                     * @default utc
                                     * @enum {string}
                                     */
                                    offset?: "utc" | "localtime";
                                    /** @default false */
                                    hypervClock?: boolean;
                                };
                                /** @default [] */
                                disks?: {
                                    source: {
                                        /** @description The storage pool's name. */
                                        pool: string;
                                        /** @description The volume's name in its pool. */
                                        volume: string & (unknown & unknown);
                                        /** @description In bytes. */
                                        bytes: number;
                                        /**
                                         * @default qcow2
                                         * @enum {string}
                                         */
                                        format?: "qcow2" | "raw";
                                        /** @constant */
                                        kind: "new-volume";
                                        /** @default null */
                                        copyOf?: {
                                            /** @description The storage pool's name. */
                                            pool: string;
                                            /** @description The storage pool's name. */
                                            volume: string;
                                        } | null;
                                    } | {
                                        /** @constant */
                                        kind: "volume";
                                        /** @description The storage pool's name. */
                                        pool: string;
                                        /** @description The storage pool's name. */
                                        volume: string;
                                        /** @enum {string} */
                                        format: "qcow2" | "raw";
                                    } | {
                                        /** @constant */
                                        kind: "file";
                                        path: string;
                                        /** @enum {string} */
                                        format: "qcow2" | "raw";
                                    } | {
                                        /** @constant */
                                        kind: "block";
                                        path: string;
                                    };
                                    /**
                                     * @default virtio
                                     * @enum {string}
                                     */
                                    bus?: "virtio" | "scsi" | "sata" | "ide" | "usb";
                                    /**
                                     * @default default
                                     * @enum {string}
                                     */
                                    cache?: "default" | "none" | "writethrough" | "writeback" | "directsync" | "unsafe";
                                    /**
                                     * @default default
                                     * @enum {string}
                                     */
                                    io?: "default" | "threads" | "native" | "io_uring";
                                    /** @default null */
                                    iothread?: number | null;
                                    /**
                                     * @default default
                                     * @enum {string}
                                     */
                                    discard?: "default" | "unmap" | "ignore";
                                    /** @default null */
                                    serial?: string | null;
                                    /** @default false */
                                    readOnly?: boolean;
                                    /** @default null */
                                    bootOrder?: number | null;
                                }[];
                                /** @default [] */
                                opticalDrives?: {
                                    source: ({
                                        /** @constant */
                                        kind: "file";
                                        path: string;
                                    } | {
                                        /** @constant */
                                        kind: "volume";
                                        /** @description The storage pool's name. */
                                        pool: string;
                                        /** @description The storage pool's name. */
                                        volume: string;
                                    }) | null;
                                    /** @default null */
                                    bus?: ("sata" | "ide" | "scsi" | "usb") | null;
                                    /** @default null */
                                    bootOrder?: number | null;
                                }[];
                                /** @default [] */
                                networks?: {
                                    source: {
                                        /** @constant */
                                        kind: "network";
                                        /** @description The storage pool's name. */
                                        network: string;
                                    } | {
                                        /** @constant */
                                        kind: "bridge";
                                        bridge: string;
                                    } | {
                                        /** @constant */
                                        kind: "macvtap";
                                        device: string;
                                        /**
                                         * @default bridge
                                         * @enum {string}
                                         */
                                        mode?: "bridge" | "vepa" | "private" | "passthrough";
                                    };
                                    /**
                                     * @default virtio
                                     * @enum {string}
                                     */
                                    model?: "virtio" | "e1000e" | "e1000" | "rtl8139";
                                    /** @default null */
                                    mac?: string | null;
                                    /** @default null */
                                    filter?: string | null;
                                    /** @default null */
                                    bootOrder?: number | null;
                                }[];
                                /** @default [] */
                                cards?: {
                                    functions: {
                                        address: string;
                                        class?: string;
                                        vendorId?: string;
                                        deviceId?: string;
                                        subsystem?: string | null;
                                        serialNumber?: string | null;
                                        label?: string | null;
                                    }[];
                                    /** @default {} */
                                    options?: {
                                        rom?: {
                                            /** @constant */
                                            kind: "none";
                                        } | {
                                            /** @constant */
                                            kind: "file";
                                            path: string;
                                        } | {
                                            /** @constant */
                                            kind: "off";
                                        };
                                        primaryDisplay?: boolean;
                                        bootOrder?: number | null;
                                        guestAddress?: string | null;
                                        quirks?: ("nvidia-error-43" | "mobile-gpu-battery" | "intel-igd-opregion" | "intel-igd-memory" | "intel-igd-legacy" | "no-hot-plug" | "amd-reset")[];
                                        /** Format: starts_with */
                                        batteryTable?: string;
                                    };
                                }[];
                                /** @default [] */
                                usbDevices?: ({
                                    /** @constant */
                                    kind: "product";
                                    vendorId: string;
                                    productId: string;
                                } | {
                                    /** @constant */
                                    kind: "port";
                                    port: string;
                                } | {
                                    /** @constant */
                                    kind: "place";
                                    bus: number;
                                    device: number;
                                })[];
                                /** @default [] */
                                namedDevices?: string[];
                                /**
                                 * @default {
                                 *       "kind": "vnc"
                                 *     }
                                 */
                                graphics?: {
                                    /** @constant */
                                    kind: "none";
                                } | {
                                    /** @constant */
                                    kind: "vnc";
                                    /**
                                     * @default socket
                                     * @enum {string}
                                     */
                                    listen?: "loopback" | "socket";
                                    /** @default false */
                                    gl?: boolean;
                                } | {
                                    /** @constant */
                                    kind: "spice";
                                    /**
                                     * @default loopback
                                     * @enum {string}
                                     */
                                    listen?: "loopback" | "socket";
                                    /** @default false */
                                    gl?: boolean;
                                };
                                /** @default null */
                                video?: ("virtio" | "qxl" | "vga" | "bochs" | "cirrus" | "none") | null;
                                /** @default true */
                                tablet?: boolean;
                                /** @default true */
                                serialConsole?: boolean;
                                /** @default true */
                                guestAgent?: boolean;
                                /** @default null */
                                sound?: ("ich9" | "ich6" | "ac97") | null;
                                /** @default null */
                                watchdog?: {
                                    /**
                                     * @default i6300esb
                                     * @enum {string}
                                     */
                                    model?: "i6300esb" | "ib700";
                                    /**
                                     * @default reset
                                     * @enum {string}
                                     */
                                    action?: "reset" | "shutdown" | "poweroff" | "pause" | "none";
                                } | null;
                                /** @default true */
                                randomness?: boolean;
                                /** @default [] */
                                sharedFolders?: {
                                    path: string;
                                    tag: string;
                                }[];
                                /** @default null */
                                lookingGlass?: {
                                    mebibytes: number;
                                    /** @enum {string} */
                                    memory: "shm" | "kvmfr";
                                    /** @enum {string} */
                                    video: "none" | "vga" | "keep";
                                    spice: boolean;
                                } | null;
                                /** @default null */
                                hostInputs?: {
                                    devices: {
                                        path: string;
                                        keyboard: boolean;
                                    }[];
                                    /** @enum {string} */
                                    toggle: "ctrl-ctrl" | "alt-alt" | "shift-shift" | "meta-meta" | "scrolllock" | "ctrl-scrolllock";
                                } | null;
                                /** @default [] */
                                furtherDevices?: {
                                    /** @enum {string} */
                                    kind: "disk" | "drive" | "network" | "host-nic" | "pci" | "mdev" | "usb" | "scsi-device" | "screen" | "video" | "sound" | "audio" | "input" | "serial" | "console" | "channel" | "tpm" | "folder" | "watchdog" | "rng" | "balloon" | "vsock" | "shared-memory" | "redirection" | "smart-card" | "panic" | "memory-module" | "iommu" | "controller";
                                    values: {
                                        [key: string]: string | null;
                                    };
                                }[];
                            };
                            /** @default null */
                            cloudInit?: ({
                                /** @constant */
                                kind: "settings";
                                /** @description The storage pool's name. */
                                pool: string;
                                /** @description At most 1048576 bytes as JSON. */
                                settings: {
                                    instanceId: string;
                                    hostname: string;
                                    users: {
                                        name: string;
                                        /** @default null */
                                        passwordHash?: string | null;
                                        /** @default [] */
                                        sshKeys?: string[];
                                        /** @default true */
                                        sudo?: boolean;
                                        /** @default null */
                                        shell?: string | null;
                                    }[];
                                    /** @default false */
                                    passwordLogin?: boolean;
                                    /** @default [] */
                                    packages?: string[];
                                    /** @default false */
                                    upgrade?: boolean;
                                    /** @default null */
                                    timezone?: string | null;
                                    /**
                                     * @default {
                                     *       "kind": "image"
                                     *     }
                                     */
                                    network?: {
                                        /** @constant */
                                        kind: "image";
                                    } | {
                                        /** @constant */
                                        kind: "nics";
                                        nics: {
                                            /**
                                             * @default {
                                             *       "kind": "none"
                                             *     }
                                             */
                                            ipv4?: {
                                                /** @constant */
                                                kind: "none";
                                            } | {
                                                /** @constant */
                                                kind: "dhcp";
                                            } | {
                                                /** @constant */
                                                kind: "static";
                                                /** @description IP addresses, by DHCP leases or the guest agent. */
                                                addresses: string[];
                                                /** @default null */
                                                gateway?: string | null;
                                            };
                                            /**
                                             * @default {
                                             *       "kind": "none"
                                             *     }
                                             */
                                            ipv6?: {
                                                /** @constant */
                                                kind: "none";
                                            } | {
                                                /** @constant */
                                                kind: "dhcp";
                                            } | {
                                                /** @constant */
                                                kind: "static";
                                                /** @description IP addresses, by DHCP leases or the guest agent. */
                                                addresses: string[];
                                                /** @default null */
                                                gateway?: string | null;
                                            };
                                            /** @default [] */
                                            nameServers?: (string)[];
                                            /** @default [] */
                                            searchDomains?: string[];
                                        }[];
                                    };
                                };
                            } | {
                                /** @constant */
                                kind: "files";
                                /** @description The storage pool's name. */
                                pool: string;
                                files: {
                                    "user-data": string;
                                    "meta-data": string;
                                    "network-config": string | null;
                                };
                            }) | null;
                            /** @default null */
                            answers?: ({
                                /** @constant */
                                kind: "windows";
                                settings: {
                                    /** @enum {string} */
                                    version: "w11" | "w10" | "2k25" | "2k22" | "2k19";
                                    edition: string | null;
                                    productKey: string | null;
                                    language: string;
                                    keyboard: string;
                                    timeZone: string;
                                    computerName: string;
                                    account: string;
                                    password: string;
                                    drivers: boolean;
                                    remoteDesktop: boolean;
                                    guestAgent: boolean;
                                };
                                /** @description The storage pool's name. */
                                pool: string;
                            } | {
                                /** @constant */
                                kind: "linux";
                                /** @enum {string} */
                                installer: "preseed" | "kickstart" | "autoinstall";
                                /** @description At most 262144 bytes as JSON. */
                                settings: {
                                    user: string;
                                    passwordHash: string;
                                    sshKeys: string[];
                                    hostname: string;
                                    language: string;
                                    keyboard: string;
                                    timeZone: string;
                                    /** @enum {string} */
                                    disk: "lvm" | "plain";
                                    packages: string[];
                                    guestAgent: boolean;
                                    network: {
                                        /** @constant */
                                        kind: "dhcp";
                                    } | {
                                        /** @constant */
                                        kind: "static";
                                        /** Format: cidrv4 */
                                        address: string;
                                        /** Format: ipv4 */
                                        gateway: string;
                                        nameServers: string[];
                                    };
                                };
                                /** @description The storage pool's name. */
                                pool: string;
                            } | {
                                /** @constant */
                                kind: "files";
                                /** @enum {string} */
                                installer: "windows" | "preseed" | "kickstart" | "autoinstall";
                                /** @description The storage pool's name. */
                                pool: string;
                                /** @description At most 2097152 bytes as JSON. */
                                files: {
                                    name: string;
                                    content: string;
                                }[];
                            }) | null;
                        } | {
                            /** @constant */
                            kind: "xml";
                            xml: string;
                            /** @default null */
                            name?: string | null;
                        } | {
                            /** @constant */
                            kind: "clone";
                            /**
                             * Format: uuid
                             * @description libvirt's UUID of the VM.
                             */
                            vmId: string;
                            /** @default null */
                            fromHostId?: string | null;
                            name: string;
                            /** @default [] */
                            disks?: ({
                                /** @constant */
                                how: "copy";
                                target: string;
                                /** @description The storage pool's name. */
                                pool: string;
                                /** @description The volume's name in its pool. */
                                volume: string & (unknown & unknown);
                            } | {
                                /** @constant */
                                how: "share";
                                target: string;
                            } | {
                                /** @constant */
                                how: "none";
                                target: string;
                            })[];
                            /** @default true */
                            newIdentities?: boolean;
                        };
                        /** @default false */
                        start?: boolean;
                    };
                    /** @default null */
                    owner?: {
                        /** @enum {string} */
                        kind: "user" | "group";
                        /** Format: uuid */
                        id: string;
                    } | null;
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint?: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importXml: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "<domain type=\"kvm\"><name>web-1</name><memory unit=\"GiB\">2</memory><vcpu>2</vcpu><os><type>hvm</type></os></domain>"
                 *     }
                 */
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        problems: {
                            line: number;
                            message: string;
                        }[] | null;
                        /** @description PCI addresses of the host's devices that the VM is handed. */
                        passthrough: string[];
                        disks: string[];
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description How many are answered at most. */
                limit?: number;
                /** @description What the page before this one gave as `next`. */
                cursor?: string;
                /** @description A host's id, as in the addresses of its pages. */
                hostId?: string;
                state?: "running" | "done" | "undone" | "failed" | "interrupted";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Job"][];
                        /** @description Ask for the next page with it as `cursor`; null on the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job's id. */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The job's id. */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPools: {
        parameters: {
            query?: {
                /** @description How many are answered at most. */
                limit?: number;
                /** @description What the page before this one gave as `next`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Pool"][];
                        /** @description Ask for the next page with it as `cursor`; null on the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startPool: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description The storage pool's name. */
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshPool: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description The storage pool's name. */
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description The job's id.
                         */
                        jobId: string;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVolumes: {
        parameters: {
            query?: {
                /** @description How many are answered at most. */
                limit?: number;
                /** @description What the page before this one gave as `next`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description The storage pool's name. */
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Volume"][];
                        /** @description Ask for the next page with it as `cursor`; null on the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createVolume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description The storage pool's name. */
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "request": {
                 *         "name": "data.qcow2",
                 *         "format": "qcow2",
                 *         "capacityBytes": 10737418240
                 *       }
                 *     }
                 */
                "application/json": {
                    request: {
                        name: string & (unknown & unknown);
                        /** @enum {string} */
                        format: "qcow2" | "raw";
                        /** @description In bytes. */
                        capacityBytes: number;
                        /** @default false */
                        allocateAll?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadVolume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description The storage pool's name. */
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://example.org/debian-12.qcow2",
                 *       "name": "debian-12.qcow2",
                 *       "checksum": null
                 *     }
                 */
                "application/json": {
                    /** Format: uri */
                    url: string;
                    name: string & (unknown & unknown);
                    checksum: string | null;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planVolumeDeletion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description The storage pool's name. */
                pool: string;
                /** @description The storage pool's name. */
                volume: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteVolume: {
        parameters: {
            query: {
                /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                fingerprint: string;
            };
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description The storage pool's name. */
                pool: string;
                /** @description The storage pool's name. */
                volume: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNetworks: {
        parameters: {
            query?: {
                /** @description How many are answered at most. */
                limit?: number;
                /** @description What the page before this one gave as `next`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Network"][];
                        /** @description Ask for the next page with it as `cursor`; null on the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNetworkXml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the network. */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        xml: string;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLeases: {
        parameters: {
            query?: {
                /** @description How many are answered at most. */
                limit?: number;
                /** @description What the page before this one gave as `next`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the network. */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Lease"][];
                        /** @description Ask for the next page with it as `cursor`; null on the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startNetwork: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the network. */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planNetworkStop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the network. */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopNetwork: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once, however often it is sent with the same key within 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the network. */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fingerprint": "as the plan has it"
                 *     }
                 */
                "application/json": {
                    /** @description Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan. */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description A job has begun. */
            202: {
                headers: {
                    /** @description The job. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request, or the host does not support it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setNetworkAutostart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A host's id, as in the addresses of its pages. */
                hostId: string;
                /** @description libvirt's UUID of the network. */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "autostart": true
                 *     }
                 */
                "application/json": {
                    /** @description Whether it is started with its host. */
                    autostart: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The host can't be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuotas: {
        parameters: {
            query?: {
                /** @description How many are answered at most. */
                limit?: number;
                /** @description What the page before this one gave as `next`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            limits: {
                                vms: number | null;
                                vcpus: number | null;
                                memoryBytes: number | null;
                                diskBytes: number | null;
                                cards: number | null;
                            };
                            used: {
                                vms: number;
                                vcpus: number;
                                memoryBytes: number;
                                diskBytes: number;
                                cards: number;
                            };
                            unknown: string | null;
                            subject: {
                                /** @enum {string} */
                                kind: "user" | "group";
                                /** Format: uuid */
                                id: string;
                            };
                            name: string;
                        }[];
                        /** @description Ask for the next page with it as `cursor`; null on the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnQuotas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            limits: {
                                vms: number | null;
                                vcpus: number | null;
                                memoryBytes: number | null;
                                diskBytes: number | null;
                                cards: number | null;
                            };
                            used: {
                                vms: number;
                                vcpus: number;
                                memoryBytes: number;
                                diskBytes: number;
                                cards: number;
                            };
                            unknown: string | null;
                            subject: {
                                /** @enum {string} */
                                kind: "user" | "group";
                                /** Format: uuid */
                                id: string;
                            };
                            name: string;
                        }[];
                    };
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the last event that a client had, which connects again. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, for as long as the caller stays. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The input is not right; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or one that works no more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role or the key does not allow it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of that name, or it is out of the key's reach. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things are now, or something else is being done to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
