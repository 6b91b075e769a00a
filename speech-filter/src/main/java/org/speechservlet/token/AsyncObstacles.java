package org.speechservlet.token;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Internal. Finds the filters that an async dispatch would pass over. A container runs only those
 * filters for it that are mapped to {@code ASYNC}; one that stands behind the token filter and is
 * mapped to {@code REQUEST} alone would never see the request, which is a hole if it checks who is
 * there. The Servlet API does not tell what a filter is mapped to, nor in which order filters run;
 * but those in front are on the stack. Thread-safe.
 */
public final class AsyncObstacles {
  private final ServletContext context;
  private final ApplicationClasses classes;

  /** Looks at the filters of one web application, each time anew. */
  public AsyncObstacles(ServletContext context) {
    this.context = context;
    this.classes = new ApplicationClasses(context);
  }

  /** One filter that a request may pass; its class is null if it cannot be loaded. */
  private record Candidate(String name, @Nullable Class<?> type) {}

  /**
   * Returns the names of filters that may still be ahead of a request; empty if there are none. To
   * be called on the container's thread, within a filter.
   */
  List<String> filtersBehind(HttpServletRequest request) {
    List<Candidate> candidates = candidates(request);
    Set<Class<?>> running = runningFilters();
    return candidates.stream()
        .filter(candidate -> !isInFront(candidate, candidates, running))
        .map(Candidate::name)
        .toList();
  }

  /**
   * Returns the names of the application's own filters that a request has passed already. To be
   * called on the container's thread, within a filter or servlet.
   */
  public List<String> filtersInFront(HttpServletRequest request) {
    List<Candidate> candidates = candidates(request);
    Set<Class<?>> running = runningFilters();
    return candidates.stream()
        .filter(candidate -> isInFront(candidate, candidates, running))
        .map(Candidate::name)
        .toList();
  }

  private List<Candidate> candidates(HttpServletRequest request) {
    List<Candidate> candidates = new ArrayList<>();
    for (FilterRegistration filter : context.getFilterRegistrations().values()) {
      String className = filter.getClassName();
      boolean isOurs = SpeechTokenFilter.class.getName().equals(className);
      if (!isOurs && FilterMatch.matches(filter, request)) {
        candidates.add(new Candidate(filter.getName(), classes.find(className)));
      }
    }
    return candidates;
  }

  private static Set<Class<?>> runningFilters() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames
                    .filter(frame -> frame.getMethodName().startsWith("doFilter"))
                    .map(StackWalker.StackFrame::getDeclaringClass)
                    .filter(Filter.class::isAssignableFrom)
                    .collect(Collectors.toSet()));
  }

  /** A running class proves something only if it belongs to one of the filters alone. */
  private static boolean isInFront(
      Candidate candidate, Collection<Candidate> candidates, Set<Class<?>> running) {
    return running.stream()
        .anyMatch(
            type ->
                belongsTo(candidate, type)
                    && candidates.stream().filter(other -> belongsTo(other, type)).count() == 1);
  }

  private static boolean belongsTo(Candidate candidate, Class<?> running) {
    return candidate.type() != null && running.isAssignableFrom(candidate.type());
  }
}
