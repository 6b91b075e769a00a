#!/bin/sh
# Makes the sound that an installation check has recognized: a short sentence by a synthetic voice,
# 16 kHz, one channel, 16 bit, with little silence around it, as every byte of it is in the JAR.
# Needs flite and sox; the same versions make the same bytes.
set -eu
text='Can you hear me?'
target="$(dirname "$0")/../resources/org/speechservlet/check/sentence.wav"
spoken="$(mktemp --suffix=.wav)"
trap 'rm -f "$spoken"' EXIT
flite -voice slt -t "$text" -o "$spoken"
sox -D "$spoken" -r 16000 -c 1 -b 16 "$target" \
  silence 1 0.02 0.3% reverse silence 1 0.02 0.3% reverse pad 0.15 0.15
