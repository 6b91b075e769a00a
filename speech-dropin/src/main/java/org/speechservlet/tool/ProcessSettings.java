package org.speechservlet.tool;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What a process was started with.
 *
 * @param properties system properties
 * @param environment environment variables
 */
record ProcessSettings(Map<String, String> properties, Map<String, String> environment) {

  static ProcessSettings ofThisProcess() {
    Properties all = System.getProperties();
    Map<String, String> properties = new HashMap<>();
    all.stringPropertyNames().forEach(name -> properties.put(name, all.getProperty(name, "")));
    return new ProcessSettings(properties, System.getenv());
  }

  /** Some of it may be a secret. */
  @Override
  public String toString() {
    return "ProcessSettings[%d properties, %d variables]"
        .formatted(properties.size(), environment.size());
  }
}
