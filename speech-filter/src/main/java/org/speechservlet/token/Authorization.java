package org.speechservlet.token;

import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a request to the Speech API must carry to be served: one header field, or nothing.
 *
 * <p>Behind a {@link SpeechTokenFilter} every request has one in the attribute {@link #ATTRIBUTE}.
 * A servlet of your own calls the Speech API with it:
 *
 * <pre>{@code
 * Authorization authorization = (Authorization) request.getAttribute(Authorization.ATTRIBUTE);
 * HttpURLConnection connection = (HttpURLConnection) speechApi.openConnection();
 * authorization.applyTo(connection::setRequestProperty);
 * }</pre>
 *
 * <p>and with {@code java.net.http}: {@code authorization.applyTo(requestBuilder::setHeader)}.
 *
 * <p>Immutable. Two authorizations are equal only if they are one and the same object: {@link
 * Authorizer#invalidate} means this one, not another of the same text. {@link #toString()} shows no
 * secret.
 */
public final class Authorization {

  /** The request attribute that holds an {@code Authorization}: the name of this class. */
  public static final String ATTRIBUTE = "org.speechservlet.token.Authorization";

  private static final String KEY_HEADER = "Ocp-Apim-Subscription-Key";
  static final int MAX_KEY_LENGTH = 1024;

  private final @Nullable String headerName;
  private final @Nullable String headerValue;

  private Authorization(@Nullable String headerName, @Nullable String headerValue) {
    this.headerName = headerName;
    this.headerValue = headerValue;
  }

  /**
   * Returns an authorization by token (RFC 6750, section 2.1).
   *
   * @param token the token
   * @throws IllegalArgumentException if it cannot stand in a header; it is not quoted
   */
  public static Authorization bearer(String token) {
    HeaderText.check("a token", token, AccessToken.MAX_LENGTH);
    return new Authorization("Authorization", "Bearer " + token);
  }

  /**
   * Returns an authorization by the resource's key.
   *
   * @param key the key
   * @throws IllegalArgumentException if it cannot stand in a header; it is not quoted
   */
  public static Authorization key(String key) {
    HeaderText.check("a key", key, MAX_KEY_LENGTH);
    return new Authorization(KEY_HEADER, key);
  }

  /** Returns an authorization that adds nothing to a request. */
  public static Authorization none() {
    return new Authorization(null, null);
  }

  /** Returns the header's name; null if the service wants none. */
  public @Nullable String headerName() {
    return headerName;
  }

  /** Returns the header's value, a secret; null if the service wants none. */
  public @Nullable String headerValue() {
    return headerValue;
  }

  /**
   * Hands the header to whatever sets headers; does nothing if the service wants none.
   *
   * @param setHeader takes the header's name and value; called once or not at all
   */
  public void applyTo(BiConsumer<String, String> setHeader) {
    if (headerName != null && headerValue != null) {
      setHeader.accept(headerName, headerValue);
    }
  }

  /** Whether another one would put the same on a request. */
  boolean isSameText(Authorization other) {
    return Objects.equals(headerName, other.headerName)
        && Objects.equals(headerValue, other.headerValue);
  }

  @Override
  public String toString() {
    return headerName == null ? "Authorization[none]" : "Authorization[" + headerName + ": <set>]";
  }
}
