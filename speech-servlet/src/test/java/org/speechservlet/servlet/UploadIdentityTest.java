package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadIdentityTest {
  private static UploadIdentity createdBy(@Nullable String user, String route) {
    return UploadIdentity.create("id", FakeRequest.of(user, Map.of()), route, new SecureRandom());
  }

  private static HttpServletRequest request(@Nullable String user, @Nullable String token) {
    return FakeRequest.of(user, token == null ? Map.of() : Map.of("Upload-Token", token));
  }

  @Test
  void names_areLongRandomAndFitForAPath() {
    UploadIdentity one = createdBy(null, "");

    assertTrue(one.name().matches("[A-Za-z0-9_-]{24}"), one.name());
    assertTrue(one.token().matches("[A-Za-z0-9_-]{24}"), one.token());
    assertNotEquals(one.name(), createdBy(null, "").name());
    assertNotEquals(one.name(), one.token());
  }

  @Test
  void name_withARoute_beginsWithIt() {
    assertTrue(createdBy(null, "node-1").name().matches("node-1\\.[A-Za-z0-9_-]{24}"));
  }

  @ParameterizedTest
  @CsvSource({
    // created by, asked by, with which token, admitted
    ", , right, true",
    ", anna, right, true",
    ", , wrong, false",
    ", , , false",
    "anna, anna, , true",
    "anna, anna, right, true",
    "anna, anna, wrong, false",
    "anna, bert, right, false",
    "anna, , right, false"
  })
  void upload_admitsItsOwnerOnly(
      @Nullable String creator, @Nullable String user, @Nullable String token, boolean admitted) {
    UploadIdentity identity = createdBy(creator, "");
    String given = "right".equals(token) ? identity.token() : token;

    assertEquals(admitted, identity.admits(request(user, given)));
  }

  @Test
  void identity_doesNotPrintItself() {
    UploadIdentity identity = createdBy("anna", "");

    assertFalse(identity.toString().contains(identity.name()));
    assertFalse(identity.toString().contains(identity.token()));
  }
}
