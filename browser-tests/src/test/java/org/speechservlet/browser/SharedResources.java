package org.speechservlet.browser;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * What takes seconds to start, and is kept until the last test of the run: JUnit closes it then.
 */
final class SharedResources implements BeforeEachCallback {

  private @Nullable Store store;

  @Override
  public void beforeEach(ExtensionContext context) {
    store = context.getRoot().getStore(Namespace.create(SharedResources.class));
  }

  /** The resource with this key; started if no test asked for it before. */
  <R extends AutoCloseable> R get(Object key, Class<R> type, Callable<R> start) throws Exception {
    Store kept = Objects.requireNonNull(store, "no test has begun");
    R resource = kept.get(key, type);
    if (resource == null) {
      resource = start.call();
      kept.put(key, resource);
    }
    return resource;
  }
}
