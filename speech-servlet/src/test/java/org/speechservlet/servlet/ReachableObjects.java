package org.speechservlet.servlet;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks from object to object by reflection, as a tool that shows a heap does: through the fields
 * of all classes that are not the JDK's, and through its collections, maps, references and futures.
 */
final class ReachableObjects {
  private static final int MOST_OBJECTS = 500_000;
  private static final int ATTEMPTS = 1000;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private final Predicate<Object> isEntered;

  private ReachableObjects(Predicate<Object> isEntered) {
    this.isEntered = isEntered;
  }

  /** Shows all that can be reached, through those objects alone that are to be entered. */
  static void walk(Collection<?> roots, Predicate<Object> isEntered, Consumer<Object> visitor) {
    ReachableObjects walk = new ReachableObjects(isEntered);
    roots.forEach(walk::reach);
    while (!walk.open.isEmpty()) {
      Object object = walk.open.pop();
      visitor.accept(object);
      walk.enter(object);
    }
  }

  private void reach(@Nullable Object object) {
    if (object != null
        && seen.size() < MOST_OBJECTS
        && isEntered.test(object)
        && seen.add(object)) {
      open.push(object);
    }
  }

  private void enter(Object object) {
    if (object instanceof Object[] elements) {
      Arrays.asList(elements).forEach(this::reach);
    } else if (object instanceof Map<?, ?> map) {
      reachAll(map.keySet());
      reachAll(map.values());
    } else if (object instanceof Collection<?> elements) {
      reachAll(elements);
    } else if (object instanceof AtomicReference<?> reference) {
      reach(reference.get());
    } else if (object instanceof CompletionStage<?> stage) {
      reachOutcome(stage.toCompletableFuture());
    } else {
      enterFields(object);
    }
  }

  private void reachAll(Collection<?> elements) {
    atRest(() -> new ArrayList<>(elements)).forEach(this::reach);
  }

  /** An object as text, as a debugger shows it. */
  static String textOf(Object object) {
    return atRest(() -> String.valueOf(object));
  }

  /** What threads change meanwhile is looked at once more. */
  private static <T> T atRest(Supplier<T> look) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return look.get();
      } catch (ConcurrentModificationException e) {
        Thread.onSpinWait();
      }
    }
    return look.get();
  }

  private void reachOutcome(CompletableFuture<?> future) {
    if (future.isDone()) {
      reach(future.handle((result, failure) -> failure == null ? result : failure).join());
    }
  }

  private void enterFields(Object object) {
    for (Class<?> type = object.getClass(); isOpen(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
          reach(valueOf(field, object));
        }
      }
    }
  }

  private static boolean isOpen(@Nullable Class<?> type) {
    return type != null && !type.getModule().isNamed();
  }

  private static @Nullable Object valueOf(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(field + " cannot be read", e);
    }
  }
}
