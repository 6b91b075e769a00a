package org.speechservlet.token;

import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

/** Finds the classes of filters and servlets by the names that their registrations show. */
final class ApplicationClasses {
  private final ServletContext context;

  ApplicationClasses(ServletContext context) {
    this.context = context;
  }

  /** Returns a class, without initializing it; null if it cannot be loaded. */
  @Nullable Class<?> find(@Nullable String className) {
    if (className == null) {
      return null;
    }
    Class<?> found = find(className, context.getClassLoader());
    // A context of an embedded server may have no class loader of its own.
    return found != null ? found : find(className, ApplicationClasses.class.getClassLoader());
  }

  private static @Nullable Class<?> find(String className, @Nullable ClassLoader loader) {
    try {
      return Class.forName(className, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }
}
