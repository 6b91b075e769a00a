package org.speechservlet.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses that begin with the same bits (RFC 4632, section 3.1; RFC 4291, section 2.3).
 * Immutable. No name is ever looked up.
 */
public final class AddressRange {
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern PREFIX_LENGTH = Pattern.compile("\\d{1,3}");

  private final byte[] first;
  private final int prefixBits;

  private AddressRange(byte[] first, int prefixBits) {
    this.first = first;
    this.prefixBits = prefixBits;
  }

  /**
   * Reads one address, such as {@code 10.0.0.1} or {@code ::1}, or a range of them, such as {@code
   * 10.0.0.0/8}.
   *
   * @throws InvalidValueException if it is neither
   */
  static AddressRange parse(String text) throws InvalidValueException {
    int slash = text.indexOf('/');
    InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      throw new InvalidValueException("\"" + SafeText.of(text) + "\" is no IP address or range");
    }
    byte[] first = address.getAddress();
    int bits = slash < 0 ? first.length * 8 : prefixBits(text.substring(slash + 1), first);
    return new AddressRange(first, bits);
  }

  private static int prefixBits(String text, byte[] address) throws InvalidValueException {
    int most = address.length * 8;
    if (!PREFIX_LENGTH.matcher(text).matches() || Integer.parseInt(text) > most) {
      throw new InvalidValueException(
          "\"" + SafeText.of(text) + "\" is no prefix length from 0 to " + most);
    }
    int bits = Integer.parseInt(text);
    for (int bit = bits; bit < most; bit++) {
      if ((address[bit / 8] & (0x80 >> (bit % 8))) != 0) {
        throw new InvalidValueException(
            "the address has bits behind its prefix of " + bits + "; is another length meant?");
      }
    }
    return bits;
  }

  /**
   * Reads an address without looking up a name.
   *
   * @param text such as {@code 192.0.2.1} or {@code 2001:db8::1}
   * @return the address; one of IPv4 that is mapped into IPv6 as that of IPv4; null if it is none
   */
  public static @Nullable InetAddress address(String text) {
    boolean isIpv6 = text.indexOf(':') >= 0 && !text.startsWith("[");
    boolean isLiteral = isIpv6 || IPV4.matcher(text).matches();
    if (!isLiteral) {
      return null;
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** Whether an address is one of these. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      if (((bytes[bit / 8] ^ first[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
        return false;
      }
    }
    return true;
  }
}
