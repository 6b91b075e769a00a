package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ButtonParametersTest {
  private static final String SPEECH = SpeechServlet.class.getName();

  private final Map<String, String> params = new TreeMap<>();
  private final Map<String, ServletRegistration> servlets = new LinkedHashMap<>();

  ButtonParametersTest() {
    params.put("fields", "#notes");
    declare("default", "org.example.FileServlet", "/", "/files/*");
  }

  @Test
  void speechPath_ofTheOnlySpeechServlet_isFound() throws Exception {
    declare("speech", SPEECH, "/a/speech/*");

    assertEquals(new ButtonParameters("#notes", "/a/speech"), read());
  }

  @Test
  void speechPath_ofSeveral_isTheOneThatIsWritten() throws Exception {
    declare("speech", SPEECH, "/speech/*", "/dictation/*");
    params.put("speech-path", " /dictation ");

    assertEquals(new ButtonParameters("#notes", "/dictation"), read());
  }

  @Test
  void fields_wrappedInTheDescriptor_areOneLine() throws Exception {
    declare("speech", SPEECH, "/speech/*");
    params.put("fields", "\n    #notes,\n\ttextarea.note\n  ");

    assertEquals("#notes, textarea.note", read().fields());
  }

  @Test
  void speechPath_ofSeveralThatAreMapped_isRequired() {
    declare("speech", SPEECH, "/speech/*");
    declare("other", SPEECH, "/dictation/*");

    assertTold("[/dictation, /speech]");
  }

  @ParameterizedTest
  @CsvSource({"speech", "/speech/", "/speech/*", "/other", "https://here.example/speech"})
  void speechPath_toWhichNothingIsMapped_isRefused(String written) {
    declare("speech", SPEECH, "/speech/*");
    params.put("speech-path", written);

    assertTold("init-param speech-path is " + written + ",", "set it to /speech");
  }

  @Test
  void allProblems_areToldAtOnce() {
    params.clear();
    params.put("field", "#notes");

    assertTold(
        "The filter 'speech-button'",
        "3 problems",
        "init-param fields is missing",
        "no " + SPEECH,
        "init-param field is not known");
  }

  @Test
  void fields_withAControlCharacter_areRefused() {
    declare("speech", SPEECH, "/speech/*");
    params.put("fields", "#notes\u007f");

    assertTold("1 problem)", "control character");
  }

  private void assertTold(String... parts) {
    String message = String.valueOf(assertThrows(ServletException.class, this::read).getMessage());
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  private ButtonParameters read() throws ServletException {
    ServletContext context =
        fake(
            ServletContext.class,
            (proxy, method, arguments) ->
                answer(method.getName(), "getServletRegistrations", servlets));
    return ButtonParameters.of(
        fake(
            FilterConfig.class,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getFilterName" -> "speech-button";
                  case "getInitParameter" -> params.get((String) arguments[0]);
                  case "getInitParameterNames" -> Collections.enumeration(params.keySet());
                  default -> answer(method.getName(), "getServletContext", context);
                }));
  }

  private void declare(String name, String className, String... mappings) {
    servlets.put(
        name,
        fake(
            ServletRegistration.class,
            (proxy, method, arguments) ->
                method.getName().equals("getClassName")
                    ? className
                    : answer(method.getName(), "getMappings", List.of(mappings))));
  }

  private static Object answer(String called, String expected, Object value) {
    if (!called.equals(expected)) {
      throw new UnsupportedOperationException(called);
    }
    return value;
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            ButtonParametersTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
