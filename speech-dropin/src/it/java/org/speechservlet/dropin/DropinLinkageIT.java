package org.speechservlet.dropin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that our classes can reach was left out, or is missing in a version of the Servlet API. */
final class DropinLinkageIT {
  private static final String SHADED = "org/speechservlet/shaded/";

  /** Found by name at run time, as nothing else is. */
  private static final List<String> BY_NAME = List.of(SHADED + "org/eclipse/parsson/JsonProviderImpl");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.servlet-api-4.0.1",
        "jakarta.servlet-api-5.0.0",
        "jakarta.servlet-api-6.0.0",
        "jakarta.servlet-api-6.1.0"
      })
  void everyClassThatOursReach_withTheServletApi_links(String servletApi) throws IOException {
    assumeTrue(servletApi.startsWith(Dropin.NAMESPACE));
    ClassPool pool = new ClassPool().add(Dropin.JAR).add(Dropin.foreign(servletApi).get(0));
    Linkage linkage = new Linkage(pool);
    assertEquals(List.of(), linkage.problems(linkage.reachable(roots())));
  }

  @Test
  void everyClassThatOursReach_withoutTheServletApi_doesNotLink() throws IOException {
    Linkage linkage = new Linkage(new ClassPool().add(Dropin.JAR));
    assertFalse(linkage.problems(linkage.reachable(roots())).isEmpty());
  }

  private static List<String> roots() throws IOException {
    List<String> roots =
        new ClassPool()
            .add(Dropin.JAR).all().stream()
                .map(node -> node.name)
                .filter(name -> !name.startsWith(SHADED))
                .collect(Collectors.toList());
    roots.addAll(BY_NAME);
    return roots;
  }
}
