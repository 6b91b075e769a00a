package org.speechservlet.tool;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What differs between a WAR and its copy; everything else stays.
 *
 * @param replaced new contents of entries that stay in their places, by name
 * @param dropped names of entries that are left out
 * @param appended new entries behind all others, by name
 */
record WarChange(Map<String, byte[]> replaced, Set<String> dropped, Map<String, byte[]> appended) {

  /** Sorts the new entries: the same command always writes the same bytes. */
  WarChange {
    replaced = Map.copyOf(replaced);
    dropped = Set.copyOf(dropped);
    appended = new TreeMap<>(appended);
  }
}
