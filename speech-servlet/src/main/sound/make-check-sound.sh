#!/bin/sh
# Makes the sound that an installation check has recognized: a short sentence by a synthetic voice,
# 16 kHz, one channel, 16 bit. Needs flite and sox; the same versions make the same bytes.
set -eu
text='The speech service can hear this sentence.'
target="$(dirname "$0")/../resources/org/speechservlet/check/sentence.wav"
spoken="$(mktemp --suffix=.wav)"
trap 'rm -f "$spoken"' EXIT
flite -voice slt -t "$text" -o "$spoken"
sox -D "$spoken" -r 16000 -c 1 -b 16 "$target" pad 0.1 0.1
