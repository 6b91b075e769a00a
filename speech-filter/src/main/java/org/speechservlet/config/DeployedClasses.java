package org.speechservlet.config;

import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

/**
 * Internal to this library: the classes of a web application, by the names that it declares. They
 * are loaded, not initialized.
 */
public final class DeployedClasses {
  private DeployedClasses() {}

  /**
   * Returns the class loader of a web application; that of this library where a container that is
   * embedded has none for it.
   */
  public static ClassLoader loaderOf(ServletContext context) {
    ClassLoader loader = context.getClassLoader();
    return loader != null ? loader : DeployedClasses.class.getClassLoader();
  }

  /** Returns a class; null if there is none of that name that can be loaded. */
  public static @Nullable Class<?> load(ServletContext context, @Nullable String className) {
    try {
      return className == null ? null : Class.forName(className, false, loaderOf(context));
    } catch (ClassNotFoundException | LinkageError e) {
      // Whoever needs the class gets the container's message when it is started.
      return null;
    }
  }
}
