package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialTest {

  private static final String KEY_HEADER = "Ocp-Apim-Subscription-Key";

  @ParameterizedTest
  @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER   a.b.c", " Bearer a.b.c "})
  void of_bearer_isTheToken(String value) {
    assertEquals(new Credential.Bearer("a.b.c"), Credential.of(headers("Authorization", value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Basic YTpi", "a.b.c"})
  void of_otherAuthorization_isUnknown(String value) {
    assertInstanceOf(Credential.Unknown.class, Credential.of(headers("Authorization", value)));
  }

  @Test
  void of_key_isTheKey() {
    assertEquals(new Credential.Key("k"), Credential.of(headers(KEY_HEADER, "k")));
  }

  @Test
  void of_tokenAndKey_isTheToken() {
    HttpFields both = HttpFields.build().add(KEY_HEADER, "k").add("Authorization", "Bearer t");
    assertEquals(new Credential.Bearer("t"), Credential.of(both));
  }

  @Test
  void of_nothing_isMissing() {
    assertInstanceOf(Credential.Missing.class, Credential.of(HttpFields.EMPTY));
  }

  @Test
  void toString_neverShowsASecret() {
    assertFalse(new Credential.Bearer("secret").toString().contains("secret"));
    assertFalse(new Credential.Key("secret").toString().contains("secret"));
    LocalSpeechOptions options = LocalSpeechOptions.defaults().withKeys("secret");
    assertFalse(options.toString().contains("secret"));
  }

  @Test
  void nameOf_keys_tellsWhichOne() {
    SubscriptionKeys keys = new SubscriptionKeys(List.of("a", "b"));
    assertEquals(Optional.of("primary key"), keys.nameOf("a"));
    assertEquals(Optional.of("secondary key"), keys.nameOf("b"));
    assertEquals(Optional.empty(), keys.nameOf("c"));
    assertEquals(Optional.empty(), keys.nameOf(""));
    assertEquals(Optional.of("key"), new SubscriptionKeys(List.of()).nameOf("c"));
    assertEquals(Optional.empty(), new SubscriptionKeys(List.of()).nameOf(" "));
  }

  private static HttpFields headers(String name, String value) {
    return HttpFields.build().add(name, value);
  }
}
