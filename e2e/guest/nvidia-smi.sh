#!/bin/busybox sh
# Plays NVIDIA's program: the line that it writes on a machine with an RTX 3090, and how often it was asked.
echo "$*" >> /run/nvidia-smi
echo "NVIDIA GeForce RTX 3090, 00000000:06:00.0, 37, 4096, 24576, 61, 215.48"
