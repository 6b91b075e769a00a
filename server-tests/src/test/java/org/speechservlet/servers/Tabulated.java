package org.speechservlet.servers;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Notes each test's outcome in a table, which is written when all tests are over. */
final class Tabulated implements AfterEachCallback {

  @Override
  public void afterEach(ExtensionContext context) {
    Check check = context.getRequiredTestMethod().getAnnotation(Check.class);
    if (check != null) {
      Outcome outcome = Outcome.of(context.getExecutionException());
      report(context).add(subject(context).row(), check.value(), outcome);
    }
  }

  private static Subject subject(ExtensionContext context) {
    return (Subject) context.getRequiredTestInstance();
  }

  private static Report report(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Tabulated.class))
        .getOrComputeIfAbsent(subject(context).table(), Table::report, Report.class);
  }
}
