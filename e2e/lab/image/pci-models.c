/*
 * Preloaded into an unchanged qemu-system-x86_64, this adds device models that are existing ones with other PCI
 * numbers. It needs nothing of QEMU's but the exported type_register_static() and the layout of what that takes
 * (include/qom/object.h), which has been the same for a decade.
 *
 * LAB_PCI_MODELS holds one model a line, numbers in hex:
 *   NAME PARENT PARENT'S-VENDOR:DEVICE VENDOR:DEVICE SUBSYSTEM-VENDOR:SUBSYSTEM-DEVICE CLASS
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* QEMU's struct TypeInfo. */
struct type_info {
    const char *name;
    const char *parent;
    size_t instance_size;
    size_t instance_align;
    void (*instance_init)(void *object);
    void (*instance_post_init)(void *object);
    void (*instance_finalize)(void *object);
    bool abstract;
    size_t class_size;
    void (*class_init)(void *class, void *data);
    void (*class_base_init)(void *class, void *data);
    void *class_data;
    void *interfaces;
};

/* The end of QEMU's struct PCIDeviceClass. What stands before it differs between versions, so it is searched for. */
struct pci_numbers {
    uint16_t vendor;
    uint16_t device;
    uint8_t revision;
    uint16_t class_id;
    uint16_t subsystem_vendor;
    uint16_t subsystem_device;
};

struct model {
    char name[64];
    char parent[64];
    uint16_t parent_vendor;
    uint16_t parent_device;
    struct pci_numbers numbers;
};

/* PCIDeviceClass is smaller than this in every QEMU so far. */
static const size_t search_limit = 1024;

static void give_up(const char *why, const char *what)
{
    fprintf(stderr, "lab: %s: %s\n", why, what);
    exit(1);
}

static void set_numbers(void *class, void *data)
{
    const struct model *model = data;
    for (size_t offset = 0; offset < search_limit; offset += sizeof(uint16_t)) {
        struct pci_numbers *numbers = (struct pci_numbers *)((char *)class + offset);
        if (numbers->vendor == model->parent_vendor && numbers->device == model->parent_device) {
            numbers->vendor = model->numbers.vendor;
            numbers->device = model->numbers.device;
            numbers->class_id = model->numbers.class_id;
            numbers->subsystem_vendor = model->numbers.subsystem_vendor;
            numbers->subsystem_device = model->numbers.subsystem_device;
            return;
        }
    }
    give_up("no PCI numbers found in this QEMU's class", model->parent);
}

static struct model *parse(const char *line)
{
    struct model *model = calloc(1, sizeof *model);
    struct pci_numbers *numbers = &model->numbers;
    int fields = sscanf(line, "%63s %63s %hx:%hx %hx:%hx %hx:%hx %hx", model->name, model->parent,
                        &model->parent_vendor, &model->parent_device, &numbers->vendor, &numbers->device,
                        &numbers->subsystem_vendor, &numbers->subsystem_device, &numbers->class_id);
    if (fields != 9) {
        give_up("not a model", line);
    }
    return model;
}

/* Before main(): QEMU looks at registered types when it reads its arguments. */
__attribute__((constructor)) static void add_models(void)
{
    const char *given = getenv("LAB_PCI_MODELS");
    void *(*type_register)(const struct type_info *) = dlsym(RTLD_DEFAULT, "type_register_static");
    if (given == NULL || type_register == NULL) {
        return;
    }
    char *rest = NULL;
    for (char *line = strtok_r(strdup(given), "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
        struct model *model = parse(line);
        struct type_info *type = calloc(1, sizeof *type);
        type->name = model->name;
        type->parent = model->parent;
        type->class_init = set_numbers;
        type->class_data = model;
        type_register(type);
    }
}
