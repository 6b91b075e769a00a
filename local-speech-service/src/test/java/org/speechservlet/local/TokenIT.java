package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.local.audio.TestAudio;

final class TokenIT {

  private static final String DENIED =
      "{\"error\":{\"code\":\"401\",\"message\":\"Access denied due to invalid subscription key or"
          + " wrong API endpoint. Make sure to provide a valid key for an active subscription and"
          + " use a correct regional API endpoint for your resource.\"}}";

  @Test
  void issueToken_anyKeyWhenNoneIsConfigured_isABareJwt() throws Exception {
    try (RunningService service = new RunningService()) {
      HttpResponse<String> response = service.send(service.tokenRequest("x").build());
      assertEquals(200, response.statusCode());
      assertEquals(
          "application/jwt; charset=us-ascii",
          response.headers().firstValue("Content-Type").orElse(""));
      assertTrue(response.body().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+"), response.body());
    }
  }

  @Test
  void issueToken_configuredKeys_letsBothInAndNoOther() throws Exception {
    try (RunningService service =
        new RunningService(options -> options.withKeys("first", "second"))) {
      assertEquals(200, service.send(service.tokenRequest("first").build()).statusCode());
      assertEquals(200, service.send(service.tokenRequest("second").build()).statusCode());
      HttpResponse<String> response = service.send(service.tokenRequest("third").build());
      assertEquals(401, response.statusCode());
      assertEquals("application/json", response.headers().firstValue("Content-Type").orElse(""));
      assertEquals(DENIED, response.body());
    }
  }

  @Test
  void issueToken_noKey_is401() throws Exception {
    try (RunningService service = new RunningService()) {
      HttpRequest request =
          HttpRequest.newBuilder(service.tokenUri()).POST(BodyPublishers.noBody()).build();
      HttpResponse<String> response = service.send(request);
      assertEquals(401, response.statusCode());
      assertEquals(DENIED, response.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sts/v1.0/issueToken", "/sts/v1.0/issuetoken", "/STS/V1.0/IssueToken"})
  void issueToken_anyCaseAndAnyBody_isServed(String path) throws Exception {
    try (RunningService service = new RunningService()) {
      HttpRequest request =
          service
              .tokenRequest("x")
              .uri(service.uri(path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{}"))
              .build();
      assertEquals(200, service.send(request).statusCode());
    }
  }

  @Test
  void issueToken_get_is405() throws Exception {
    try (RunningService service = new RunningService()) {
      HttpResponse<String> response = service.send(service.tokenRequest("x").GET().build());
      assertEquals(405, response.statusCode());
      assertEquals("POST", response.headers().firstValue("Allow").orElse(""));
    }
  }

  @Test
  void token_within20Seconds_isGoodAndAfterwards401() throws Exception {
    try (RunningService service =
        new RunningService(options -> options.withTokenLife(Duration.ofSeconds(20)))) {
      String token = service.token();
      assertEquals(200, recognize(service, "Bearer " + token).statusCode());
      service.clock.advance(Duration.ofSeconds(19));
      assertEquals(200, recognize(service, "bearer " + token).statusCode());
      service.clock.advance(Duration.ofSeconds(1));
      HttpResponse<String> response = recognize(service, "Bearer " + token);
      assertEquals(401, response.statusCode());
      assertTrue(response.body().contains("\"code\":\"401\""), response.body());
      assertTrue(response.headers().firstValue("WWW-Authenticate").isPresent());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer null", "Bearer", "Bearer ", "Basic YTpi", "", "token"})
  void authorization_thatIsNoToken_is401(String authorization) throws Exception {
    try (RunningService service = new RunningService()) {
      assertEquals(401, recognize(service, authorization).statusCode());
    }
  }

  @Test
  void token_ofAnotherRun_is401() throws Exception {
    String token;
    try (RunningService before = new RunningService()) {
      token = before.token();
    }
    try (RunningService service = new RunningService()) {
      assertEquals(401, recognize(service, "Bearer " + token).statusCode());
    }
  }

  @Test
  void key_directly_isCheckedLikeATokenRequests() throws Exception {
    try (RunningService service = new RunningService(options -> options.withKeys("first"))) {
      byte[] audio = TestAudio.silentWav(100);
      HttpRequest.Builder request = service.recognition("?language=en-US", audio);
      assertEquals(403, service.send(request.build()).statusCode());
      request.header("Ocp-Apim-Subscription-Key", "first");
      assertEquals(200, service.send(request.build()).statusCode());
      request.setHeader("Ocp-Apim-Subscription-Key", "second");
      assertEquals(401, service.send(request.build()).statusCode());
    }
  }

  private static HttpResponse<String> recognize(RunningService service, String authorization)
      throws Exception {
    return service.send(
        service
            .recognition("?language=en-US", TestAudio.silentWav(100))
            .header("Authorization", authorization)
            .build());
  }
}
