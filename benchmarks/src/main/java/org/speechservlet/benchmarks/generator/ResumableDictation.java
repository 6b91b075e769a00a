package org.speechservlet.benchmarks.generator;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.speechservlet.benchmarks.audio.PieceSource;
import org.speechservlet.benchmarks.load.LiveLoad;

/**
 * Somebody who dictates by a resumable upload, as the page does: a request for each piece, the next
 * one not before the answer, and what was spoken in between goes along with it.
 */
final class ResumableDictation extends LiveDictation {
  private static final int MAX_PIECE_BYTES = 64 * 1024;

  private String location = "";
  private String token = "";
  private long startNanos;
  private int spoken;
  private int sent;
  private long offset;
  private long sentNanos;
  private boolean awaiting;

  /** {@code audio} and {@code scratch} are everybody's. */
  ResumableDictation(
      Surroundings surroundings, LiveLoad load, PieceSource audio, ByteBuffer scratch) {
    super(surroundings, load, audio, scratch);
  }

  @Override
  void speakFrom(long firstNanos) {
    startNanos = firstNanos;
    speak();
  }

  private long dueNanos(int sequence) {
    return startNanos + sequence * periodNanos;
  }

  private void speak() {
    ClientConnection open = open();
    if (open == null) {
      return;
    }
    surroundings.tally().piece(System.nanoTime() - dueNanos(spoken));
    spoken++;
    if (spoken < pieces) {
      surroundings.loop().at(dueNanos(spoken), this::speak);
    }
    if (!awaiting) {
      sendSpoken(open);
    }
  }

  private void sendSpoken(ClientConnection open) {
    int preambleBytes = sent == 0 ? audio.preamble().length : 0;
    int pieceBytes = audio.layout().pieceBytes();
    int count = Math.min(spoken - sent, (MAX_PIECE_BYTES - preambleBytes) / pieceBytes);
    int bytes = preambleBytes + count * pieceBytes;
    scratch.clear();
    scratch.put(head(bytes, sent + count == pieces));
    scratch.put(audio.preamble(), 0, preambleBytes);
    for (int i = 0; i < count; i++) {
      audio.put(scratch, sent + i, sent + i == pieces - 1, dueNanos(sent + i));
    }
    sent += count;
    offset += bytes;
    awaiting = true;
    open.sendCopy(scratch.flip());
    if (open.isDrained()) {
      drained();
    }
  }

  private byte[] head(int bytes, boolean last) {
    String length = "Content-Length: " + bytes;
    if (location.isEmpty()) {
      return surroundings
          .destination()
          .recognize("Content-Type: " + audio.contentType(), length, "Upload-Complete: ?0");
    }
    return surroundings
        .destination()
        .head(
            "PATCH",
            location,
            "Content-Type: application/partial-upload",
            length,
            "Upload-Token: " + token,
            "Upload-Offset: " + offset,
            "Upload-Complete: " + (last ? "?1" : "?0"));
  }

  @Override
  public void drained() {
    if (sent == pieces && sentNanos == 0) {
      sentNanos = System.nanoTime();
    }
  }

  @Override
  public void answered(Answer answer) {
    long nanos = System.nanoTime() - sentNanos;
    awaiting = false;
    if (sentNanos != 0 && answer.isTranscript()) {
      end(() -> surroundings.tally().succeeded(nanos));
    } else if (sentNanos != 0 || !"?0".equals(answer.field("upload-complete"))) {
      end(() -> surroundings.tally().failed(answer.summary()));
    } else if (answer.status() == 201) {
      created(answer);
    } else if (answer.status() == 204) {
      proceed();
    } else {
      end(() -> surroundings.tally().failed(answer.summary()));
    }
  }

  private void created(Answer answer) {
    URI uri = surroundings.destination().uri();
    location = uri.resolve(Objects.requireNonNullElse(answer.field("location"), "")).getRawPath();
    token = Objects.requireNonNullElse(answer.field("upload-token"), "");
    proceed();
  }

  private void proceed() {
    ClientConnection open = open();
    if (spoken > sent && open != null) {
      sendSpoken(open);
    }
  }
}
