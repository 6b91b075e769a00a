package org.speechservlet.audio;

import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What a {@code Content-Type} says of PCM without a header: {@code audio/l16} (RFC 2586,
 * big-endian) or {@code audio/pcm} (not registered; little-endian by custom), with these
 * parameters:
 *
 * <ul>
 *   <li>{@code rate}, in Hz; {@code samplerate} is read as the same. It must be given.
 *   <li>{@code channels}; 1 if it is not given, as in RFC 2586.
 *   <li>{@code endianness}: {@code little-endian} or {@code big-endian}; if it is not given, {@link
 *       ByteOrderGuess} looks at the audio.
 *   <li>{@code bits}: 16, if it is given.
 * </ul>
 *
 * @param format the format, in the byte order that was declared or else is customary
 * @param isOrderDeclared true if the byte order was declared
 */
record RawPcmType(PcmFormat format, boolean isOrderDeclared) {
  private static final String BIG_ENDIAN_TYPE = "audio/l16";
  private static final String LITTLE_ENDIAN_TYPE = "audio/pcm";
  private static final int BITS = 16;

  /** True if a type says that the content is raw PCM, whatever its parameters say. */
  static boolean isNamedBy(ContentType type) {
    return type.type().equals(BIG_ENDIAN_TYPE) || type.type().equals(LITTLE_ENDIAN_TYPE);
  }

  /** Reads the parameters of a type that {@link #isNamedBy} knows. */
  static RawPcmType of(ContentType type) throws AudioException {
    if (number(type, "bits", BITS) != BITS) {
      throw refused(type, "bits", "must be " + BITS);
    }
    int rateHz = rateHz(type);
    int channels = number(type, "channels", 1);
    if (!PcmFormat.isChannelCountAccepted(channels)) {
      throw refused(type, "channels", "must be 1 to " + PcmFormat.MAX_CHANNELS);
    }
    Optional<ByteOrder> declared = declaredOrder(type);
    ByteOrder order = declared.orElse(customaryOrder(type));
    return new RawPcmType(new PcmFormat(rateHz, channels, order), declared.isPresent());
  }

  private static int rateHz(ContentType type) throws AudioException {
    String name = type.parameter("rate").isPresent() ? "rate" : "samplerate";
    if (type.parameter(name).isEmpty()) {
      throw AudioException.unsupported(
          "The Content-Type "
              + type.type()
              + " does not say the sample rate; add it, as in "
              + type.type()
              + ";rate=16000.");
    }
    int rateHz = number(type, name, 0);
    if (!PcmFormat.isRateAccepted(rateHz)) {
      throw refused(type, name, "must be " + RatePlan.MIN_HZ + " to " + RatePlan.MAX_HZ);
    }
    return rateHz;
  }

  private static Optional<ByteOrder> declaredOrder(ContentType type) throws AudioException {
    String endianness = type.parameter("endianness").orElse("");
    return switch (endianness) {
      case "" -> Optional.empty();
      case "little-endian" -> Optional.of(ByteOrder.LITTLE_ENDIAN);
      case "big-endian" -> Optional.of(ByteOrder.BIG_ENDIAN);
      default -> throw refused(type, "endianness", "must be little-endian or big-endian");
    };
  }

  private static ByteOrder customaryOrder(ContentType type) {
    return type.type().equals(BIG_ENDIAN_TYPE) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /** A parameter's value; 0, which is accepted nowhere, if it is no number of up to six digits. */
  private static int number(ContentType type, String name, int absent) {
    return type.parameter(name)
        .map(value -> value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 0)
        .orElse(absent);
  }

  private static AudioException refused(ContentType type, String name, String rule) {
    return AudioException.unsupported(
        "The Content-Type "
            + type.type()
            + " says "
            + name
            + " "
            + Quotation.of(type.parameter(name).orElse(""))
            + "; it "
            + rule
            + ".");
  }
}
