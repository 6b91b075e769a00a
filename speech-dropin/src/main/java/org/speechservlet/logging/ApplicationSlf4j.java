package org.speechservlet.logging;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;

/** Loggers of the application's SLF4J, version 1.7 or 2. */
final class ApplicationSlf4j implements ILoggerFactory {
  private final LoggerCalls calls;
  private final ApplicationContext context;

  private ApplicationSlf4j(LoggerCalls calls, ApplicationContext context) {
    this.calls = calls;
    this.context = context;
  }

  /**
   * Finds it where the class loader sees it, if it leads somewhere. Without a provider (2) or a
   * binding (1.7) it would log nothing and say so on the console, so it is not asked then.
   */
  static Optional<ILoggerFactory> seenBy(ClassLoader loader) {
    try {
      // It looks for what it leads to at its own class loader, which may see less than ours.
      ClassLoader home = ApplicationPackage.seenBy(loader).type("LoggerFactory").getClassLoader();
      ApplicationPackage slf4j = ApplicationPackage.seenBy(home);
      return leadsSomewhere(slf4j) ? Optional.of(start(slf4j)) : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError | IllegalStateException e) {
      // None, or one that fails: the application will hear of that from its own loggers.
      return Optional.empty();
    }
  }

  private static boolean leadsSomewhere(ApplicationPackage slf4j) {
    Optional<Class<?>> service = slf4j.find("spi.SLF4JServiceProvider");
    return service.isPresent()
        ? hasProvider(service.get(), slf4j.loader())
        : slf4j.find("impl.StaticLoggerBinder").isPresent();
  }

  private static boolean hasProvider(Class<?> service, ClassLoader loader) {
    try {
      return ServiceLoader.load(service, loader).stream().findAny().isPresent();
    } catch (ServiceConfigurationError e) {
      return false;
    }
  }

  private static ILoggerFactory start(ApplicationPackage slf4j)
      throws ReflectiveOperationException {
    ApplicationSlf4j loggers =
        new ApplicationSlf4j(LoggerCalls.of(slf4j), ApplicationContext.of(slf4j));
    // The first logger makes it start, or fail.
    loggers.getLogger(ApplicationSlf4j.class.getName());
    return loggers;
  }

  ApplicationContext context() {
    return context;
  }

  @Override
  public Logger getLogger(String name) {
    return new ApplicationLogger(name, calls.logger(name), calls);
  }
}
