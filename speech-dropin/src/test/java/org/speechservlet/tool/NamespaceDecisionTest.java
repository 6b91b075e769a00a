package org.speechservlet.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.tool.Namespace.JAKARTA;
import static org.speechservlet.tool.Namespace.JAVAX;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One Servlet API out of what classes and descriptor tell. */
final class NamespaceDecisionTest {

  private static CodePart part(String place, int javax, int jakarta) {
    CodePart part = new CodePart(place);
    for (int i = 0; i < javax; i++) {
      part.add("a/A.class", Set.of(JAVAX));
    }
    for (int i = 0; i < jakarta; i++) {
      part.add("b/B.class", Set.of(JAKARTA));
    }
    return part;
  }

  private static NamespaceDecision decision(Optional<Namespace> descriptor, CodePart... parts) {
    return new NamespaceDecision(List.of(parts), descriptor);
  }

  @Test
  void decide_byClassesOfOneApi_overrulesTheDescriptor() {
    NamespaceDecision decision =
        decision(Optional.of(JAVAX), part(War.CLASSES, 0, 0), part("WEB-INF/lib/a.jar", 0, 1));
    assertEquals(Optional.of(JAKARTA), decision.decide());
    assertFalse(decision.isMixed());
  }

  @Test
  void decide_byTheApplicationsOwnClasses_overrulesLibraries() {
    NamespaceDecision decision =
        decision(Optional.of(JAVAX), part(War.CLASSES, 0, 1), part("WEB-INF/lib/a.jar", 500, 1));
    assertEquals(Optional.of(JAKARTA), decision.decide());
    assertTrue(decision.isMixed());
  }

  @Test
  void decide_betweenLibraries_takesTheGreatMajority() {
    CodePart own = part(War.CLASSES, 0, 0);
    assertEquals(
        Optional.of(JAKARTA),
        decision(Optional.of(JAVAX), own, part("WEB-INF/lib/a.jar", 10, 40)).decide());
    assertEquals(
        Optional.of(JAVAX),
        decision(Optional.of(JAVAX), own, part("WEB-INF/lib/a.jar", 10, 39)).decide());
    assertEquals(
        Optional.empty(),
        decision(Optional.empty(), own, part("WEB-INF/lib/a.jar", 10, 39)).decide());
  }

  @Test
  void decide_withoutClasses_takesTheDescriptor() {
    assertEquals(Optional.of(JAVAX), decision(Optional.of(JAVAX)).decide());
    assertEquals(Optional.empty(), decision(Optional.empty()).decide());
  }

  @Test
  void evidence_namesThreePlacesAtMost() {
    NamespaceDecision decision =
        decision(
            Optional.empty(),
            part("a", 1, 0),
            part("b", 2, 0),
            part("c", 3, 1),
            part("d", 4, 0),
            part("e", 5, 0));
    assertEquals(
        "1 class in a, 2 classes in b, 3 classes in c and 2 more places", decision.evidence(JAVAX));
    assertEquals("1 class in c", decision.evidence(JAKARTA));
    assertEquals("its web.xml", decision(Optional.of(JAVAX)).evidence(JAVAX));
  }
}
