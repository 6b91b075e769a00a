package org.speechservlet.tool;

import org.speechservlet.check.CheckReport;
import org.speechservlet.config.SettingsReading;

/** Runs a check to its end. */
@FunctionalInterface
interface CheckRunner {
  CheckReport run(SettingsReading reading) throws FailureException;
}
