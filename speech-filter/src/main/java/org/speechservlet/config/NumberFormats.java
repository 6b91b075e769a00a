package org.speechservlet.config;

import java.math.BigInteger;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats of settings that are quantities: each has a unit and two bounds. */
final class NumberFormats {
  static final long KIB = 1024;
  static final long MIB = 1024 * KIB;
  static final long GIB = 1024 * MIB;

  private static final Map<String, Long> BYTES_PER_UNIT =
      Map.of("", 1L, "KIB", KIB, "MIB", MIB, "GIB", GIB);
  private static final Pattern SIZE = Pattern.compile("(\\d{1,19})\\s*([A-Za-z]*)");
  private static final Pattern COUNT = Pattern.compile("\\d{1,19}");

  private NumberFormats() {}

  static ValueFormat<Duration> duration(Duration least, Duration most) {
    String allowed =
        "a duration from " + least + " to " + most + ", in ISO 8601 form such as PT6M or PT0.5S";
    return new ValueFormat<>(
        allowed,
        text -> {
          Duration value = parseDuration(text);
          if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new InvalidValueException("this is out of the range");
          }
          return value;
        });
  }

  private static Duration parseDuration(String text) throws InvalidValueException {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidValueException(
          COUNT.matcher(text).matches()
              ? "a number has no unit; for seconds write PT" + text + "S"
              : "this is not in ISO 8601 form");
    }
  }

  static ValueFormat<Long> bytes(long least, long most) {
    String allowed =
        "a number of bytes from "
            + least
            + " to "
            + most
            + ", plain or with KiB, MiB or GiB, such as 16MiB";
    return new ValueFormat<>(allowed, text -> inRange(parseBytes(text), least, most));
  }

  private static BigInteger parseBytes(String text) throws InvalidValueException {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      throw new InvalidValueException("this is not a whole number with a unit");
    }
    Long bytesPerUnit = BYTES_PER_UNIT.get(size.group(2).toUpperCase(Locale.ROOT));
    if (bytesPerUnit == null) {
      throw new InvalidValueException("the unit " + size.group(2) + " is none of KiB, MiB, GiB");
    }
    return new BigInteger(size.group(1)).multiply(BigInteger.valueOf(bytesPerUnit));
  }

  static ValueFormat<Integer> count(int least, int most) {
    return new ValueFormat<>(
        "a whole number from " + least + " to " + most,
        text -> {
          if (!COUNT.matcher(text).matches()) {
            throw new InvalidValueException("this is not a whole number");
          }
          return (int) inRange(new BigInteger(text), least, most);
        });
  }

  private static long inRange(BigInteger value, long least, long most)
      throws InvalidValueException {
    if (value.compareTo(BigInteger.valueOf(least)) < 0
        || value.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new InvalidValueException("this is out of the range");
    }
    return value.longValueExact();
  }
}
