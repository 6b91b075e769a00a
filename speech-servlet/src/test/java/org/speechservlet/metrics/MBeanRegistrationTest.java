package org.speechservlet.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMX;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;

/** The MBean, in a server of the test's own. */
class MBeanRegistrationTest {
  private static final Subject PORTAL = new Subject("localhost", "/portal", "speech");

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final FakeReadings readings = new FakeReadings();

  private MBeanRegistration register(Subject subject) {
    return MBeanRegistration.register(server, subject, readings.source());
  }

  @Test
  void name_hasHostContextAndServlet() throws Exception {
    MBeanRegistration registration = register(PORTAL);
    assertEquals(
        new ObjectName(
            "org.speechservlet:type=SpeechServlet,host=localhost,context=/portal,servlet=speech"),
        registration.name());
  }

  @Test
  void name_withWhatMustBeQuoted_isQuoted() {
    MBeanRegistration registration = register(new Subject("", "/a,b=c*", "speech"));
    assertEquals("\"\"", registration.name().getKeyProperty("host"));
    assertEquals("/a,b=c*", ObjectName.unquote(registration.name().getKeyProperty("context")));
    assertFalse(registration.name().isPattern());
  }

  @Test
  void name_thatIsTaken_getsANumber_andIsFreeAfterClose() {
    MBeanRegistration first = register(PORTAL);
    MBeanRegistration second = register(PORTAL);
    assertEquals("/portal#2", second.name().getKeyProperty("context"));
    first.close();
    assertTrue(server.isRegistered(second.name()));
    assertEquals(first.name(), register(PORTAL).name());
  }

  @Test
  void close_again_doesNothing() {
    MBeanRegistration registration = register(PORTAL);
    registration.close();
    registration.close();
    assertFalse(server.isRegistered(registration.name()));
  }

  @Test
  void attributes_areThoseOfTheMeasures_withUnitAndMeaning() throws Exception {
    Map<String, String> shown =
        Arrays.stream(server.getMBeanInfo(register(PORTAL).name()).getAttributes())
            .collect(
                Collectors.toMap(MBeanAttributeInfo::getName, MBeanAttributeInfo::getDescription));
    assertEquals(
        Stream.of(Measure.values())
            .map(Measure::attribute)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(shown.keySet()));
    assertEquals("bytes: what browsers sent in them", shown.get("ReceivedBytes"));
  }

  @Test
  void attributes_areReadOnly_andNameTheirUnits() throws Exception {
    for (MBeanAttributeInfo attribute :
        server.getMBeanInfo(register(PORTAL).name()).getAttributes()) {
      assertFalse(attribute.isWritable(), attribute.getName());
      String unit = Measure.ofAttribute(attribute.getName()).orElseThrow().unit();
      if (Set.of("seconds", "bytes").contains(unit)) {
        assertTrue(attribute.getName().toLowerCase(java.util.Locale.ROOT).endsWith(unit));
      }
    }
  }

  @Test
  void values_areOfOpenTypes_andUnknownOnesNull() throws Exception {
    readings.with("RecognitionsByOutcome", Map.of("Success", 3L)).with("TokenAgeSeconds", 1.5);
    ObjectName name = register(PORTAL).name();
    TabularData table = (TabularData) server.getAttribute(name, "RecognitionsByOutcome");
    CompositeData row = table.get(new Object[] {"Success"});
    assertEquals(3L, row.get("value"));
    assertEquals(1.5, server.getAttribute(name, "TokenAgeSeconds"));
    assertNull(server.getAttribute(name, "TokenRemainingSeconds"));
    assertNull(server.getAttribute(name, "TokenLastFailure"));
  }

  @Test
  void operation_renewToken_reachesTheSource() {
    SpeechMXBean client = JMX.newMXBeanProxy(server, register(PORTAL).name(), SpeechMXBean.class);
    client.renewToken();
    assertEquals(1, readings.renewals);
  }
}
