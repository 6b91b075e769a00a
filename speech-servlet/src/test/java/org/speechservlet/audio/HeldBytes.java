package org.speechservlet.audio;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up how many bytes of heap one recognition's readers hold, by walking from object to object:
 * arrays and buffers exactly, the rest as a JVM with compressed pointers lays it out, roughly. What
 * all recognitions share is left out. An object of a kind that it does not know is an error, so
 * that nothing is overlooked.
 */
final class HeldBytes {
  private static final int OBJECT_BYTES = 16;
  private static final int REFERENCE_BYTES = 4;
  private static final int FIELD_BYTES = 8;

  private static final Set<Class<?>> SHARED =
      Set.of(
          ResamplerFilters.class,
          ResamplerFilter.class,
          FractionalInterpolator.class,
          AudioLimits.class,
          ByteOrder.LITTLE_ENDIAN.getClass(),
          ContentType.class,
          Duration.class,
          Class.class);

  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return fieldsOf(type);
        }
      };

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private long bytes;

  private HeldBytes() {}

  /** What can be reached from here. */
  static long of(Object root) {
    HeldBytes held = new HeldBytes();
    held.reach(root);
    while (!held.open.isEmpty()) {
      held.count(held.open.pop());
    }
    return held.bytes;
  }

  private static List<Field> fieldsOf(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private void reach(@Nullable Object object) {
    if (object != null && !isShared(object) && seen.add(object)) {
      open.push(object);
    }
  }

  private static boolean isShared(Object object) {
    return SHARED.contains(object.getClass())
        || object instanceof Enum
        || object instanceof AudioSink
        || object.getClass().isHidden();
  }

  @SuppressWarnings("ByteBufferBackingArray") // all of it is held, wherever the buffer begins
  private void count(Object object) {
    if (object.getClass().isArray()) {
      countArray(object);
    } else if (object instanceof ByteBuffer buffer) {
      bytes += OBJECT_BYTES + 4 * FIELD_BYTES;
      reach(buffer.array());
    } else if (object instanceof String text) {
      bytes += OBJECT_BYTES + FIELD_BYTES + 2L * text.length();
    } else if (object instanceof Number) {
      bytes += OBJECT_BYTES;
    } else if (object instanceof Collection<?> elements) {
      bytes += OBJECT_BYTES + 4 * FIELD_BYTES * (1L + elements.size());
      elements.forEach(this::reach);
    } else {
      countFields(object);
    }
  }

  private void countArray(Object array) {
    int length = Array.getLength(array);
    bytes += OBJECT_BYTES + (long) length * componentBytes(array.getClass().getComponentType());
    if (array instanceof Object[] elements) {
      for (Object element : elements) {
        reach(element);
      }
    }
  }

  private static int componentBytes(Class<?> component) {
    if (component == byte.class || component == boolean.class) {
      return 1;
    }
    if (component == short.class || component == char.class) {
      return 2;
    }
    return component == long.class || component == double.class ? 8 : REFERENCE_BYTES;
  }

  private void countFields(Object object) {
    if (!object.getClass().getName().startsWith("org.speechservlet.")) {
      throw new AssertionError("It is not known how much a " + object.getClass() + " holds");
    }
    bytes += OBJECT_BYTES;
    for (Field field : FIELDS.get(object.getClass())) {
      bytes += FIELD_BYTES;
      if (!field.getType().isPrimitive()) {
        reach(valueOf(field, object));
      }
    }
  }

  private static @Nullable Object valueOf(Field field, Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
