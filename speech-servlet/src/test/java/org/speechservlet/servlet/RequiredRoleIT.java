package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may dictate, by login and role. */
@NullUnmarked // each test starts what it needs
class RequiredRoleIT {
  private static final byte[] AUDIO = Tone.wav(0.5);

  private Fixture fixture;

  private void start(String role) throws Exception {
    fixture =
        new Fixture(
            new Deployment()
                .with("speech.required-role", role)
                .with(new Deployment.OwnFilter("login", LoginFilter::new, true)));
  }

  @AfterEach
  void stop() throws Exception {
    fixture.assertNothingInFlight();
    fixture.close();
  }

  private HttpResponse<String> dictate(String... headers) throws Exception {
    return fixture.post(AUDIO, headers);
  }

  @Test
  void dictation_byWhoIsNotInTheRole_isRefused() throws Exception {
    start("clinician");
    RefusalsIT.assertProblem(403, "login-required", fixture.post(AUDIO));
    RefusalsIT.assertProblem(403, "role-required", dictate(LoginFilter.USER, "ann"));
    RefusalsIT.assertProblem(
        403, "role-required", dictate(LoginFilter.USER, "ann", LoginFilter.FIELD, "guest"));
    RefusalsIT.assertProblem(
        403, "role-required", dictate(LoginFilter.USER, "ann", "Upload-Complete", "?0"));

    assertEquals(
        200, dictate(LoginFilter.USER, "ann", LoginFilter.FIELD, "clinician").statusCode());
  }

  @Test
  void dictation_whereAnyLoginWillDo_needsOne() throws Exception {
    start("**");
    RefusalsIT.assertProblem(403, "login-required", fixture.post(AUDIO));

    assertEquals(200, dictate(LoginFilter.USER, "ann").statusCode());
  }
}
