#!/bin/sh
# Makes every WAV of this folder, and manifest.tsv, anew. Needs flite, festival (text2wave) and sox;
# on Debian: apt-get install flite festival sox
set -eu
cd "$(dirname "$0")"
raw=$(mktemp --suffix=.wav)
trap 'rm -f "$raw"' EXIT
tab=$(printf '\t')

row() { # file, transcript, source, use, note
  seconds=$(soxi -D "$1" | xargs printf '%.2f')
  printf '%s\n' "$1${tab}en${tab}$seconds${tab}$2${tab}$3${tab}Apache-2.0${tab}$4${tab}$5" >>manifest.tsv
}

keep() { # file: 16 kHz, mono, 16 bit, without dither, so that every run makes the same bytes
  sox -D "$raw" -r 16000 -c 1 -b 16 "$1"
}

say() { # voice, file, words
  case $1 in
    festival) printf '%s\n' "$3" | text2wave -o "$raw" ;;
    *) flite -voice "$1" -t "$3" -o "$raw" ;;
  esac
  keep "$2"
  row "$2" "$3" "$1, by make-speech.sh" wer 'synthetic voice'
}

synthesize() { # file, note, then sox's effects
  file=$1
  note=$2
  shift 2
  sox -D -R -r 16000 -c 1 -b 16 -n "$file" "$@"
  row "$file" '' 'sox, by make-speech.sh' empty "$note"
}

printf '%s\n' "file${tab}language${tab}duration_s${tab}transcript${tab}source${tab}licence${tab}use${tab}note" >manifest.tsv
say slt patient.wav 'the patient is resting comfortably today'
say rms office.wav 'please call the office before noon on friday'
say festival doctor.wav 'she was seen by the doctor last week'
say kal16 meeting.wav "the meeting has been moved to three o'clock in the afternoon"
say rms medication.wav 'there is no change in the medication'
say slt review.wav 'we will review the case again next month'
say awb letter.wav 'i will send a letter to the family tomorrow'
say rms address.wav 'the customer has moved to a new address'
say kal16 form.wav 'please sign the form and return it by mail'
say awb walk.wav 'she can walk without help'
synthesize silence.wav 'digital silence' trim 0 2
synthesize hiss.wav 'the faint hiss of a microphone in a quiet room' synth 3 pinknoise vol 0.003
synthesize noise.wav 'loud noise' synth 3 pinknoise vol 0.2
