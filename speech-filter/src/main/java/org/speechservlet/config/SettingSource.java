package org.speechservlet.config;

import org.jspecify.annotations.Nullable;

/** One of the places where settings are looked up. */
@FunctionalInterface
interface SettingSource {
  /** Returns what this place holds for a setting; null if it holds nothing. */
  @Nullable Found find(Setting<?> setting);
}
