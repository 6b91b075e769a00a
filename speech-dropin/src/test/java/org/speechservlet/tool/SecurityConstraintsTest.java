package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person is told of constraints that hold for dictation, too. */
final class SecurityConstraintsTest {
  private static final String CLERKS =
      "<auth-constraint><role-name>clerk</role-name><role-name>admin</role-name></auth-constraint>";
  private static final String NOBODY = "<auth-constraint/>";

  private static List<String> advice(String... constraints) throws FailureException {
    String document = "<web-app>%s</web-app>".formatted(String.join("\n", constraints));
    Descriptor descriptor = DescriptorReader.read(document.getBytes(UTF_8));
    return SecurityConstraints.about(descriptor, new Mapping("/speech"));
  }

  private static String constraint(String resources, String demand) {
    return """
        <security-constraint>
          <web-resource-collection>%s</web-resource-collection>
          %s
        </security-constraint>
        """
        .formatted(resources, demand);
  }

  private static String path(String pattern) {
    return "<url-pattern>" + pattern + "</url-pattern>";
  }

  private static String only(List<String> advice) {
    assertEquals(1, advice.size(), advice::toString);
    return advice.get(0);
  }

  @Test
  void about_rolesForEverything_namesThem() throws FailureException {
    String said = only(advice(constraint(path("/*"), CLERKS)));

    assertTrue(
        said.startsWith("a security constraint of web.xml covers /speech/*, by /*: only users in"),
        said);
    assertTrue(said.contains("clerk, admin"), said);
  }

  @Test
  void about_defaultMapping_coversSpeech() throws FailureException {
    assertEquals(1, advice(constraint(path("/"), CLERKS)).size());
  }

  @Test
  void about_roleOfEverybody_asksForALogin() throws FailureException {
    for (String everybody : List.of("*", "**")) {
      String demand =
          "<auth-constraint><role-name>%s</role-name></auth-constraint>".formatted(everybody);
      String said = only(advice(constraint(path("/*"), demand)));
      assertTrue(said.contains("only who is logged in may dictate"), said);
    }
  }

  @Test
  void about_otherPaths_isSilent() throws FailureException {
    assertEquals(
        List.of(), advice(constraint(path("/admin/*"), CLERKS), constraint(path("*.jsp"), CLERKS)));
  }

  @Test
  void about_transportAlone_isSilent() throws FailureException {
    String secure =
        "<user-data-constraint><transport-guarantee>CONFIDENTIAL</transport-guarantee>"
            + "</user-data-constraint>";
    assertEquals(List.of(), advice(constraint(path("/*"), secure)));
  }

  @Test
  void about_speechExempted_isSilent() throws FailureException {
    assertEquals(
        List.of(), advice(constraint(path("/*"), CLERKS), constraint(path("/speech/*"), "")));
  }

  @Test
  void about_methodsThatNobodyMayUse_namesThoseThatDictationNeeds() throws FailureException {
    String methods =
        "<http-method>TRACE</http-method><http-method>PATCH</http-method>"
            + "<http-method>DELETE</http-method>";

    String said = only(advice(constraint(path("/*") + methods, NOBODY)));

    assertTrue(said.contains("refuses PATCH, DELETE, which dictation needs"), said);
  }

  @Test
  void about_methodsThatDictationDoesNotUse_isSilent() throws FailureException {
    String methods = "<http-method>TRACE</http-method><http-method>PUT</http-method>";
    assertEquals(List.of(), advice(constraint(path("/*") + methods, NOBODY)));
  }

  @Test
  void about_methodsLeftOut_namesTheOthers() throws FailureException {
    String methods =
        "<http-method-omission>GET</http-method-omission>"
            + "<http-method-omission>HEAD</http-method-omission>"
            + "<http-method-omission>POST</http-method-omission>";

    String said = only(advice(constraint(path("/*") + methods, NOBODY)));

    assertTrue(said.contains("refuses PATCH, DELETE, which dictation needs"), said);
  }

  @Test
  void about_severalCollections_keepsTheirMethodsApart() throws FailureException {
    String collections =
        path("/admin/*")
            + "<http-method>DELETE</http-method>"
            + "</web-resource-collection><web-resource-collection>"
            + path("/*")
            + "<http-method>PUT</http-method>";

    assertEquals(List.of(), advice(constraint(collections, NOBODY)));
  }
}
