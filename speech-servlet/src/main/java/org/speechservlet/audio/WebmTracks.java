package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tracks of a WebM file, of which the first that holds Opus is heard. */
final class WebmTracks {
  private static final int MAX_NAMES = 4;

  private final Set<String> others = new LinkedHashSet<>();
  private @Nullable WebmTrack current;
  private @Nullable WebmTrack opus;

  /** What to do with an element inside of Tracks. */
  ElementStep begins(Element element) {
    if (element.id() == MatroskaId.TRACK_ENTRY) {
      current = new WebmTrack(element.start());
      return ElementStep.DESCEND;
    }
    return current == null ? ElementStep.SKIP : current.begins(element);
  }

  /** Takes the content of one. */
  void holds(Element element, ByteBuffer content) {
    if (current != null) {
      current.holds(element, content);
    }
  }

  /** A TrackEntry is complete. */
  void entryEnds() {
    WebmTrack ended = current;
    current = null;
    if (ended != null && ended.isOpus()) {
      opus = opus == null ? ended : opus;
    } else if (ended != null && others.size() < MAX_NAMES) {
      others.add(ended.codecName());
    }
  }

  /** The track that is heard, once all are known. */
  WebmTrack chosen(String kind) throws AudioException {
    if (opus == null) {
      throw AudioException.unsupported(
          "The "
              + kind
              + " file holds "
              + (others.isEmpty() ? "no track" : String.join(" and ", others))
              + "; accepted is Opus (in a browser's MediaRecorder: audio/webm;codecs=opus), or one of "
              + RefusedFormats.ACCEPTED);
    }
    return opus;
  }
}
