package org.speechservlet.dropin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.tree.MethodNode;

/** What the JAR calls of Micrometer is there in the oldest version that it supports, and today. */
final class MicrometerIT {
  private static final String USER = "org/speechservlet/metrics/MicrometerMeters";

  @ParameterizedTest
  @ValueSource(strings = {"micrometer-core-1.3.20", "micrometer-core-1.16.0"})
  void everythingThatIsCalled_isThere(String version) throws Exception {
    ClassPool pool = new ClassPool();
    for (Path jar : Dropin.foreign(version)) {
      pool.add(jar);
    }
    Set<References.Member> called =
        References.of(new ClassPool().add(Dropin.JAR).find(USER).orElseThrow()).members().stream()
            .filter(member -> member.owner().startsWith("io/micrometer/"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(called.size() > 10, called.toString());
    assertEquals(
        Set.of(),
        called.stream()
            .filter(member -> !isThere(pool, member.owner(), member))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static boolean isThere(ClassPool pool, String type, References.Member member) {
    return pool.find(type)
        .map(
            node ->
                node.fields.stream().anyMatch(field -> field.name.equals(member.name()))
                    || node.methods.stream().anyMatch(method -> isSame(method, member))
                    || node.interfaces.stream().anyMatch(each -> isThere(pool, each, member))
                    || (node.superName != null && isThere(pool, node.superName, member)))
        .orElse(false);
  }

  private static boolean isSame(MethodNode method, References.Member member) {
    return method.name.equals(member.name()) && method.desc.equals(member.descriptor());
  }
}
