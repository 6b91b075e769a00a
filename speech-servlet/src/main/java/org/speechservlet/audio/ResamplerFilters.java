package org.speechservlet.audio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * What the recognitions of one application share: the filter tables, each computed once for a
 * sample rate, and room for arithmetic, of which a thread needs some only while it feeds.
 *
 * <p>Bounded: the tables of the {@value #MAX_RATES} rates used last (at most 72 KiB each) and
 * {@value #MAX_WORKSPACES} workspaces (about 24 KiB each). Thread-safe.
 */
public final class ResamplerFilters {
  static final int MAX_RATES = 32;
  static final int MAX_WORKSPACES = 64;

  private final Map<Integer, ResamplerFilter> filters = new LinkedHashMap<>(16, 0.75f, true);
  private final BlockingQueue<ResamplerWorkspace> workspaces =
      new ArrayBlockingQueue<>(MAX_WORKSPACES);

  /**
   * The filter for a rate. It is computed outside the lock, so that no recognition waits for the
   * rate of another; two that need the same new rate at once both compute it.
   */
  ResamplerFilter filter(int inputHz) {
    synchronized (filters) {
      ResamplerFilter known = filters.get(inputHz);
      if (known != null) {
        return known;
      }
    }
    ResamplerFilter computed = ResamplerFilter.of(inputHz);
    synchronized (filters) {
      filters.put(inputHz, computed);
      if (filters.size() > MAX_RATES) {
        filters.remove(filters.keySet().iterator().next());
      }
    }
    return computed;
  }

  /** Lends a workspace until {@link #takeBack}. */
  ResamplerWorkspace lend() {
    ResamplerWorkspace workspace = workspaces.poll();
    return workspace == null ? new ResamplerWorkspace() : workspace;
  }

  /** Takes a workspace back, without anything of the stream that had it. */
  void takeBack(ResamplerWorkspace workspace) {
    workspace.encoder.clear();
    workspaces.offer(workspace);
  }

  int filterCount() {
    synchronized (filters) {
      return filters.size();
    }
  }
}
