package org.speechservlet.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** With Micrometer and without it. */
class MicrometerTest {

  /** Loads the room's classes itself, and sees no Micrometer. */
  private static final class WithoutMicrometer extends ClassLoader {
    WithoutMicrometer() {
      super(MicrometerTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.micrometer.")) {
        throw new ClassNotFoundException(name);
      }
      return name.startsWith("org.speechservlet.metrics.")
          ? own(name)
          : super.loadClass(name, resolve);
    }

    private Class<?> own(String name) throws ClassNotFoundException {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void servlet_withoutMicrometer_hasItsMBeanAndNoMeters() throws Exception {
    ClassLoader loader = new WithoutMicrometer();
    Class<?> subject = loader.loadClass(Subject.class.getName());
    Class<?> bean = loader.loadClass(SpeechMXBean.class.getName());
    Class<?> telemetry = loader.loadClass(Telemetry.class.getName());
    Object started =
        telemetry
            .getMethod("start", subject, bean, Object.class)
            .invoke(
                null,
                subject
                    .getConstructor(String.class, String.class, String.class)
                    .newInstance("localhost", "/without-micrometer", "speech"),
                java.lang.reflect.Proxy.newProxyInstance(
                    loader, new Class<?>[] {bean}, (proxy, method, arguments) -> null),
                null);
    try {
      assertNotNull(field(started, "mbean"));
      assertSame(
          constant(loader.loadClass(Meters.class.getName()), "NONE"), field(started, "meters"));
    } finally {
      Method close = telemetry.getMethod("close");
      close.invoke(started);
    }
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  private static Object constant(Class<?> owner, String name) throws ReflectiveOperationException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(null);
  }

  @Test
  void servlet_withARegistryOfAnotherKind_hasNoMeters() {
    Meters meters =
        Micrometer.meters(
            new Subject("localhost", "/portal", "speech"),
            new FakeReadings().source(),
            "no registry");
    assertSame(Meters.NONE, meters);
  }

  @Test
  void servlet_withMicrometer_hasMeters() {
    try (Meters meters =
        Micrometer.meters(
            new Subject("localhost", "/with-micrometer", "speech"),
            new FakeReadings().source(),
            null)) {
      assertTrue(meters instanceof MicrometerMeters);
      assertEquals(MicrometerMeters.class.getClassLoader(), meters.getClass().getClassLoader());
    }
  }
}
